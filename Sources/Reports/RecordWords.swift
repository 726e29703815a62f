import Charts
public import Forecasting

/// What stands behind a forecast's probabilities, in words.
public struct RecordWords: Sendable {
  static let none = "No record of past forecasts stands behind these probabilities yet."

  private let skills: [(measure: String, skill: Double)]

  /// The years ahead of which a summary tells.
  private static let horizon = 20

  public init(_ forecaster: Forecaster) {
    skills = forecaster.options.measures.compactMap { measure in
      forecaster.skill(on: measure.name, at: Self.horizon).map { (measure.name, $0) }
    }
  }

  /// The skill on every measure that has a record.
  public var summary: String {
    guard !skills.isEmpty else { return Self.none }
    let told = skills.map { measure, skill in
      "\(measure) \(Self.sign(skill))"
    }
    return "Record, skill of \(Self.horizon) years against knowing only the gap: "
      + told.joined(separator: ", ") + "."
  }

  /// A skill with its sign, or a word where there is none.
  public static func sign(_ skill: Double) -> String {
    skill > 0 ? "+" + Numeral.fixed(skill, places: 2) : "none"
  }

  /// What the columns of skill mean.
  public var explanation: String {
    guard !skills.isEmpty else { return Self.none }
    return "Skill: how much better past forecasts of 10, 20 and 30 years scored than knowing only "
      + "the gap;\nnone: no better (Brier score, final-vintage figures: pseudo-out-of-sample)."
  }
}
