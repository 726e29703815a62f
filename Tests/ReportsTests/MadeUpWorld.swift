import Forecasting
import Panels
import RealModule
import Reports
import TestSupport

/// Figures, alliances, published forecasts and a record made up by hand, for charts of them.
enum MadeUpWorld {
  private static let growth: [Power: Double] = [
    "USA": 0.02, "CHN": 0.06, "IND": 0.05, "GBR": 0.015, "RUS": 0.01, "DEU": 0.018, "JPN": 0.022,
  ]

  /// Each power grows at a rate of its own to the same level in 2025, with a wave upon it.
  private static func runs(_ scale: Double, from first: Int) -> [Power: [Double]] {
    Dictionary(
      uniqueKeysWithValues: growth.map { power, rate in
        let values = (first...2025).map { year -> Double in
          let wave: Double = .sin(Double(year) / 9 + 40 * rate)
          return scale * .exp(rate * Double(year - 2025) + 0.2 * wave)
        }
        return (power, values)
      })
  }

  private static func panel(_ measure: Measure, _ scale: Double, from first: Int) -> Panel {
    .made(Indicator(measure.name, unit: measure.unit), from: first, runs(scale, from: first))
  }

  static let panels: [Panel] = [
    panel(.outputPPP, 2e13, from: 1870), panel(.outputMER, 1.5e13, from: 1960),
    panel(.spendingPPP, 5e11, from: 1950), panel(.capability, 0.1, from: 1816),
    panel(.spendingMER, 4e11, from: 1960),
    .made(
      .burden, from: 1960,
      growth.mapValues { rate in
        (1960...2025).map { year -> Double in
          let slow: Double = .cos(Double(year) / 7 + 100 * rate)
          let fast: Double = .sin(Double(year) / (2 + 50 * rate))
          return 0.05 - 0.4 * rate + 0.005 * slow + 0.002 * fast
        }
      }),
  ]

  static let groups = [
    group("MAJORS", ["USA", "CHN", "RUS", "GBR", "DEU", "JPN"], from: 1816),
    group("NATO", ["USA", "GBR", "DEU", "JPN"], from: 1949),
    group("BRICS", ["CHN", "IND", "RUS"], from: 2009),
  ]

  private static func group(_ name: String, _ powers: [Power], from first: Int) -> PowerGroup {
    PowerGroup(name: name, spells: powers.map { .init($0, years: first...Int.max) })
  }

  static let published: [LedgerEntry] = [
    entry("a", 1990, "JPN", "USA", .within(2000...2010)),
    entry("b", 2003, "CHN", "USA", .within(2039...2041)),
    entry("c", 2010, "CHN", "USA", .by(2020)),
    entry("d", 2012, "CHN", "USA", .notBy(2035)),
    entry("e", 2015, "CHN", "USA", .never),
    entry("f", 1975, "IND", "GBR", .within(1990...1990)),
    entry("g", 2020, "CHN", "USA", .undated),
  ]

  private static func entry(
    _ id: String, _ year: Int, _ challenger: Power, _ incumbent: Power,
    _ prediction: LedgerEntry.Prediction
  ) -> LedgerEntry {
    LedgerEntry(
      id: id, publisher: "Institute for Long and Detailed \(id.uppercased()) Outlooks, Report",
      published: PublicationDate(year), challenger: challenger,
      incumbent: incumbent, measure: Measure.outputMER.name, prediction: prediction)
  }

  /// Three runs that lift every probability, by figures more than by anything else.
  static func runs(on measures: [Measure]) -> [ForecastRun] {
    (0..<3).map { run in
      ForecastRun(
        name: "2026-1\(run)-01",
        moves: measures.enumerated().map { place, measure in
          let start = 0.3 + 0.1 * Double(place) + 0.05 * Double(run)
          let steps = ForecastMove.Steps(
            published: start - 0.05, model: start - 0.04, data: start - 0.01, year: start - 0.015)
          return ForecastMove(
            measure: measure.name, year: 2050, steps: run == 0 ? nil : steps, probability: start)
        })
    }
  }

  /// A house model that gains with the years ahead, a line that loses, and one between.
  static func record(on measures: [Measure]) -> ForecastRecord {
    let models: [(String, (Int) -> Double)] = [
      ("pooled", { 0.02 + 0.005 * Double($0) }), ("log-linear", { -0.2 - 0.01 * Double($0) }),
      ("random-walk", { _ in 0.05 }),
    ]
    let sums = measures.enumerated().flatMap { place, measure in
      models.flatMap { model, skill in
        [5, 10, 20, 30].map { horizon in
          ForecastRecord.Sum(
            measure: measure.name, model: model, horizon: horizon, origin: 1980, pairs: 100,
            brier: 10 * (1 - skill(horizon) + 0.02 * Double(place)), baseRate: 10)
        }
      }
    }
    let bins = measures.flatMap { measure in
      ForecastRecord.skillHorizons.flatMap { horizon in
        (0..<10).map { index in
          let (count, said) = (400 - 36 * index, 0.05 + 0.1 * Double(index))
          return ForecastRecord.Bin(
            measure: measure.name, model: "pooled", horizon: horizon, resolved: 2010, index: index,
            count: count, probability: said * Double(count),
            occurred: Int(Double(count) * said * (1.2 - said + 0.002 * Double(horizon))))
        }
      }
    }
    return ForecastRecord(sums: sums, lines: [], bins: bins)
  }
}
