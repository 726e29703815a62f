/// Where futures of population come from.
public enum PopulationSource: String, CaseIterable, Sendable {
  /// The model that forecasts everything else.
  case model
  /// The United Nations' projection with its prediction intervals.
  case un
}
