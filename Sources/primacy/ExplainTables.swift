import Charts
import Forecasting
import Panels
import RealModule
import Reports

/// The tables of `explain`: what moved a ratio, and what moves it.
struct ExplainTables {
  let decomposition: Decomposition
  private let words: ForecastWords

  init(_ decomposition: Decomposition, names: DataSet) {
    self.decomposition = decomposition
    words = ForecastWords(decomposition.contest, names: names)
  }

  /// What the numbers are of.
  var sentence: String {
    "\(words.title) on \(decomposition.measure.title): what changed the ratio, in per cent of it "
      + "(logarithms times 100); along the medians of the futures from \(lastKnown) on."
  }

  private var lastKnown: Int {
    decomposition.past.last?.lastYear ?? decomposition.future.first?.firstYear ?? 0
  }

  /// A row a driver and period, and one for all drivers together.
  func table(yearly: Bool) -> Table {
    var table = Table(
      "explain",
      columns: [
        "measure", "period", "first_year", "last_year", "ratio_first", "ratio_last", "driver",
        "challenger", "incumbent", "net",
      ])
    for (period, all) in [("past", decomposition.past), ("future", decomposition.future)] {
      let steps = yearly ? all : [Decomposition.Step(joining: all)].compactMap(\.self)
      for step in steps {
        for effect in step.effects {
          table.append(
            head(step, period) + [
              .text(effect.driver), .hundredths(rounded(effect.challenger)),
              .hundredths(rounded(effect.incumbent)), .hundredths(rounded(effect.net)),
            ])
        }
        table.append(
          head(step, period) + [
            .text("total"), .hundredths(rounded(step.effects.reduce(0) { $0 + $1.challenger })),
            .hundredths(rounded(step.effects.reduce(0) { $0 + $1.incumbent })),
            .hundredths(rounded(step.change)),
          ])
      }
    }
    return table
  }

  private func head(_ step: Decomposition.Step, _ period: String) -> [Table.Cell] {
    [
      .text(decomposition.measure.name), .text(period), .year(step.firstYear),
      .year(step.lastYear), .ratio(step.ratios.first), .ratio(step.ratios.last),
    ]
  }

  /// Logarithms times 100 with two decimals: per cent of the ratio, as far as they are small.
  private func rounded(_ effect: Double) -> Double { (effect * 10_000).rounded() / 100 }
}

/// The table of `explain --tornado`.
struct TornadoTable {
  let tornado: Tornado
  private let words: ForecastWords

  init(_ tornado: Tornado, names: DataSet) {
    self.tornado = tornado
    words = ForecastWords(tornado.contest, names: names)
  }

  var sentence: String {
    "The chance of a crossing by \(tornado.target) is "
      + "\(Percent(tornado.baseline.probability(by: tornado.target))); with one driver of "
      + "\(words.challengerName) one standard deviation lower or higher by then:"
  }

  /// A row a driver, the widest first.
  var table: Table {
    Table(
      "explain --tornado",
      columns: [
        "measure", "driver", "deviation", "by", "low", "expected", "high",
      ],
      rows: tornado.bars.map { bar in
        [
          .text(tornado.measure.name), .text(bar.driver.name), .ratio(bar.deviation),
          .year(tornado.target), .probability(bar.low.probability(by: tornado.target)),
          .probability(tornado.baseline.probability(by: tornado.target)),
          .probability(bar.high.probability(by: tornado.target)),
        ]
      })
  }
}
