public import Forecasting
public import Panels

/// What charts and pages say of one contest: a finished forecast, and what stands beside it.
public struct Findings: Sendable {
  /// What was forecast, of whom, and from which figures.
  public let context: ChartContext
  /// At least one, all of the contest.
  public let forecasts: [CrossingForecast]
  /// The leading powers, on the measures of which charts show them.
  public let trajectories: [Trajectories]
  /// What knowing only the gap says, by the name of a measure and by year.
  public let baseRates: [String: [Int: Double]]
  /// How good such forecasts have been.
  public let record: ForecastRecord?
  /// Published forecasts, scored with the figures up to the origin.
  public let ledger: [LedgerScore]
  /// The runs so far, the earliest first.
  public let runs: [ForecastRun]
  /// What moves the contest.
  public let drivers: DriverFindings
  /// How states balance.
  public let balance: BalanceFindings

  /// - Precondition: At least one forecast.
  init(
    _ forecasts: [CrossingForecast], trajectories: [Trajectories] = [], context: ChartContext,
    baseRates: [String: [Int: Double]] = [:], record: ForecastRecord? = nil,
    ledger: [LedgerScore] = [], runs: [ForecastRun] = [], drivers: DriverFindings = .none,
    balance: BalanceFindings = .none
  ) {
    precondition(!forecasts.isEmpty, "findings need a forecast")
    self.context = context
    self.forecasts = forecasts
    self.trajectories = trajectories
    self.baseRates = baseRates
    self.record = record
    self.ledger = ledger
    self.runs = runs
    self.drivers = drivers
    self.balance = balance
  }
}

extension Findings {
  /// How many of the leading powers are shown.
  private static let leading = 10

  /// Forecasts a contest, and the leading powers on the measures that charts ask for.
  ///
  /// - Parameters:
  ///   - contest: Of whom.
  ///   - forecaster: From which figures and how.
  ///   - relations: What is known of pairs of powers.
  ///   - scenarios: To be compared with what is expected.
  ///   - ledger: Published forecasts, scored.
  ///   - charts: The charts to be drawn.
  /// - Throws: Why the contest cannot be forecast.
  public init(
    _ contest: Contest, _ forecaster: Forecaster, relations: Relations? = nil,
    scenarios: [Scenario] = [], ledger: [LedgerScore] = [],
    for charts: [ProjectChart] = ProjectChart.allCases
  ) async throws(ForecastError) {
    try await self.init(
      of: try await forecaster.forecast(contest), contest, forecaster, relations: relations,
      scenarios: scenarios, ledger: ledger, for: charts)
  }

  /// Gathers what stands beside a finished forecast.
  ///
  /// - Parameters:
  ///   - forecasts: At least one, all of the contest.
  ///   - contest: Of whom.
  ///   - forecaster: Who made them.
  ///   - relations: What is known of pairs of powers.
  ///   - scenarios: To be compared with what is expected.
  ///   - ledger: Published forecasts, scored.
  ///   - runs: The runs so far, the earliest first.
  ///   - charts: The charts to be drawn.
  /// - Throws: Why the leading powers cannot be forecast.
  public init(
    of forecasts: [CrossingForecast], _ contest: Contest, _ forecaster: Forecaster,
    relations: Relations? = nil, scenarios: [Scenario] = [], ledger: [LedgerScore] = [],
    runs: [ForecastRun] = [],
    for charts: [ProjectChart] = ProjectChart.allCases
  ) async throws(ForecastError) {
    let measures = forecasts.map(\.measure)
    var trajectories: [Trajectories] = []
    for measure in charts.flatMap({ $0.trajectoryMeasures(among: measures) })
    where !trajectories.contains(where: { $0.measure == measure }) {
      // One whose figures end before the origin is drawn with the others, which reach it.
      let own = (try? forecaster.restricted(to: [measure])) ?? forecaster
      trajectories.append(
        try await own.trajectories(ofLeading: Self.leading, on: measure, of: contest))
    }
    self.init(
      forecasts, trajectories: trajectories,
      context: ChartContext(contest, forecaster: forecaster, measures: measures),
      baseRates: Self.baseRates(of: forecasts, by: forecaster), record: forecaster.record,
      ledger: ledger, runs: runs,
      drivers: await DriverFindings(of: forecasts, forecaster, scenarios, for: charts),
      balance: await BalanceFindings(contest, forecaster, relations, for: charts))
  }

  /// Those of the trajectories that a chart asks for, in its order.
  func trajectories(for chart: ProjectChart) -> [Trajectories] {
    chart.trajectoryMeasures(among: forecasts.map(\.measure)).compactMap { measure in
      trajectories.first { $0.measure == measure }
    }
  }

  private static func baseRates(
    of forecasts: [CrossingForecast], by forecaster: Forecaster
  ) -> [String: [Int: Double]] {
    let pairs = forecasts.map { forecast in
      let years = forecast.crossing.years.compactMap { year in
        forecaster.baseRate(of: forecast, by: year).map { (year, $0) }
      }
      return (forecast.measure.name, Dictionary(uniqueKeysWithValues: years))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
