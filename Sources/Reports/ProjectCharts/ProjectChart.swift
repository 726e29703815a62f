public import Charts
public import Forecasting

/// The project's charts, by the names under which people ask for them.
public enum ProjectChart: String, CaseIterable, Sendable {
  case ratioFans = "ratio-fans"
  case crossingProbability = "crossing-probability"
  case crossingYears = "crossing-years"
  case gapChange = "gap-change"
  case tornado
  case scenarios
  case worldShares = "world-shares"
  case powers
  case skill
  case reliability
  case publishedForecasts = "published-forecasts"
  case polarity
  case coalitions
  case burden
  case `internal`
  case threat
  case alignment
  case armsRace = "arms-race"
  case soft
  case forecastHistory = "forecast-history"

  private var figure: any ProjectFigure.Type {
    switch self {
    case .ratioFans: RatioFans.self
    case .crossingProbability: CrossingProbability.self
    case .crossingYears: CrossingYears.self
    case .gapChange: GapChange.self
    case .tornado: TornadoChart.self
    case .scenarios: ScenarioChart.self
    case .worldShares: WorldShares.self
    case .powers: PowerFans.self
    case .skill: SkillByHorizon.self
    case .reliability: ReliabilityDiagram.self
    case .publishedForecasts: PublishedForecasts.self
    case .polarity: PolarityChart.self
    case .coalitions: CoalitionsChart.self
    case .burden: BurdenChart.self
    case .internal: EffortChart.self
    case .threat: ThreatContestChart.self
    case .alignment: AlignmentChart.self
    case .armsRace: ArmsRaceChart.self
    case .soft: SoftChart.self
    case .forecastHistory: ForecastHistory.self
    }
  }

  /// Whether it shows what is known of pairs of powers.
  public var needsRelations: Bool {
    switch self {
    case .threat, .alignment, .soft: true
    default: false
    }
  }

  /// The name of its file.
  public var file: String { "\(rawValue).svg" }

  /// The measures of which it shows the leading powers' trajectories, among those of a forecast.
  public func trajectoryMeasures(among measures: [Measure]) -> [Measure] {
    let preferred: [Measure] =
      switch self {
      case .worldShares: [.outputPPP, .capability]
      case .powers: [.outputPPP]
      default: []
      }
    guard !preferred.isEmpty else { return [] }
    let found = preferred.compactMap { wanted in measures.first { $0.name == wanted.name } }
    return found.isEmpty ? Array(measures.prefix(1)) : found
  }

  /// Draws findings, and tells the numbers that are drawn.
  ///
  /// - Returns: The chart, 720 pixels wide, and its numbers; nothing where the findings hold none
  ///   of what it shows.
  public func drawing(of findings: Findings) -> (chart: Chart, table: Table)? {
    figure.init(findings).map { ($0.chart, $0.table) }
  }
}
