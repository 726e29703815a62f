import Forecasting
import Panels
import RealModule

@testable import Forecasting
@testable import Reports

/// Forecasts made up by hand: the same on every machine.
enum MadeUp {
  static let names = DataSet(
    panels: MadeUpWorld.panels,
    entities: [
      ("USA", "United States"), ("CHN", "China"), ("IND", "India"), ("GBR", "United Kingdom"),
      ("RUS", "Russia"), ("DEU", "Germany"), ("JPN", "Japan"),
    ].map { Entity(power: Power($0), name: $1, continuedAs: nil, years: 1...9999) },
    checksum: "sha256:" + String(repeating: "0123456789abcdef", count: 4),
    groups: MadeUpWorld.groups)

  static func contest(_ challenger: [Power], _ incumbent: [Power]) throws -> Contest {
    func side(_ members: [Power]) -> Side {
      Side(name: members.map(\.code).joined(separator: "+"), members: members)
    }
    return try Contest(challenger: side(challenger), incumbent: side(incumbent))
  }

  static func context(_ contest: Contest) -> ChartContext {
    ChartContext(
      contest, names: names,
      simulation: .init(origin: 2025, horizon: 50, futures: 1000, seed: 7, model: "pooled"),
      sources: ["World Bank 2026-02", "Maddison Project 2023", "World Bank 2026-07"],
      checksum: names.checksum)
  }

  /// A ratio that grew by 5 % a year to its value at the origin and fans out from there.
  ///
  /// - Parameters:
  ///   - measure: What is compared.
  ///   - contest: Of whom.
  ///   - ratio: At the origin, 2025; at least 1 if the challenger leads.
  ///   - probability: Of a crossing by 2075, or of a reversal, spread evenly over the years.
  /// - Returns: A forecast of 1,000 futures.
  static func forecast(
    _ measure: Measure, _ contest: Contest, ratio: Double, probability: Double
  ) -> CrossingForecast {
    let years = 2026...2075
    let total = Int((1000 * probability).rounded())
    let counts = (1...50).map { total * $0 / 50 - total * ($0 - 1) / 50 }
    let event = EventForecast(years: years, counts: counts, futures: 1000)
    let none = EventForecast(
      years: years, counts: [Int](repeating: 0, count: 50), futures: 1000)
    let isAhead = ratio >= 1
    let history = ([1900] + Array(1960...2025)).map { year in
      RatioPoint(year: year, ratio: ratio * .exp(0.05 * Double(year - 2025)))
    }
    let led = history.reversed().prefix { $0.ratio >= 1 }.count
    let scores = [-1.645, -1.282, -0.674, 0, 0.674, 1.282, 1.645]
    let values = scores.map { score in
      (1...50).map { ratio * .exp(0.005 * Double($0) + 0.12 * score * Double($0).squareRoot()) }
    }
    return CrossingForecast(
      measure: measure, contest: contest, origin: 2025, ratio: ratio, history: history,
      crossedIn: isAhead ? 2026 - led : nil, crossing: isAhead ? none : event, durable: none,
      led: led, reversal: isAhead ? event : none,
      quantiles: RatioQuantiles(years: years, values: values))
  }

  /// Four powers that grow by 1, 2, 3 and 4 % a year, the first the largest now.
  static func trajectories(_ measure: Measure = .outputPPP) -> Trajectories {
    let powers: [Power] = ["CHN", "USA", "IND", "GBR"]
    let past = 1950...2025
    let future = 2026...2075
    func level(_ index: Int, _ year: Int) -> Double {
      3e13 / Double(index + 1) * .exp(0.01 * Double((index + 1) * (year - 2025)))
    }
    func share(_ index: Int, _ year: Int) -> Double {
      level(index, year) / (2 * (0..<4).reduce(0) { $0 + level($1, year) })
    }
    return Trajectories(
      measure: measure, pastYears: past, futureYears: future,
      powers: powers.enumerated().map { index, power in
        Trajectory(
          power: power, past: past.map { level(index, $0) },
          pastShares: past.map { share(index, $0) },
          quantiles: [-1.645, -1.282, -0.674, 0, 0.674, 1.282, 1.645].map { score in
            future.map {
              level(index, $0) * .exp(0.05 * score * Double($0 - 2025).squareRoot())
            }
          },
          meanShares: future.map { share(index, $0) },
          largest: future.map { _ in [0.5, 0.2, 0.3, 0][index] })
      })
  }

  /// China and the United States on three measures, ahead on one.
  static func forecasts() throws -> [CrossingForecast] {
    let contest = try contest(["CHN"], ["USA"])
    return [
      forecast(.outputMER, contest, ratio: 0.63, probability: 0.6),
      forecast(.outputPPP, contest, ratio: 1.34, probability: 0.3),
      forecast(.spendingMER, contest, ratio: 0.32, probability: 0),
    ]
  }

  /// All that charts and pages can show.
  static func findings() async throws -> Findings {
    try await findings(of: forecasts())
  }

  /// The same beside some forecasts of one contest.
  static func findings(of forecasts: [CrossingForecast]) async throws -> Findings {
    let rates = forecasts.filter { $0.crossedIn == nil }.map { forecast in
      let years = (2026...2075).map { ($0, 0.01 * Double($0 - 2025)) }
      return (forecast.measure.name, Dictionary(uniqueKeysWithValues: years))
    }
    let measures = Set(
      ProjectChart.allCases.flatMap { $0.trajectoryMeasures(among: forecasts.map(\.measure)) })
    return Findings(
      forecasts, trajectories: measures.sorted { $0.name < $1.name }.map { trajectories($0) },
      context: context(forecasts[0].contest),
      baseRates: Dictionary(uniqueKeysWithValues: rates),
      record: MadeUpWorld.record(on: forecasts.map(\.measure)),
      ledger: Ledger(MadeUpWorld.published).score(against: names),
      runs: MadeUpWorld.runs(on: forecasts.map(\.measure)), drivers: drivers(of: forecasts),
      balance: try await balance(of: forecasts[0].contest))
  }
}
