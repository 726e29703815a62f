import Archive
import Charts
import Forecasting
import Reports

/// How headline probabilities moved, and what moved them.
enum HistoryTable {
  static let columns = [
    "measure", "year", "probability", "change", "from_data", "from_year", "from_model",
    "from_sampling",
  ]

  /// The moves of one run.
  static func table(_ moves: [ForecastMove]) -> Table {
    Table("history", columns: columns, rows: moves.map(cells))
  }

  /// The moves of some runs, each with its number.
  static func table(_ runs: [(run: Int, moves: [ForecastMove])]) -> Table {
    Table(
      "history", columns: ["run"] + columns,
      rows: runs.flatMap { run, moves in moves.map { [.year(run)] + cells(of: $0) } })
  }

  private static func cells(of move: ForecastMove) -> [Table.Cell] {
    [
      .text(move.measure), .year(move.year), .number(move.probability),
      Table.Cell(move.change), Table.Cell(move.parts?.fromData),
      Table.Cell(move.parts?.fromYear), Table.Cell(move.parts?.fromModel),
      Table.Cell(move.parts?.fromSampling),
    ]
  }

  /// A sentence for what moved a run's headlines most; nothing where no revision did.
  static func words(_ causes: [MoveCause], run: Int) -> String? {
    guard !causes.isEmpty else { return nil }
    let parts = causes.map { cause in
      let sign = cause.effect > 0 ? "+" : "−"
      let points = Numeral.fixed(abs(cause.effect) * 100, places: 2)
      let figures = cause.figures == 1 ? "1 figure" : "\(cause.figures) figures"
      return
        "\(cause.name) (\(figures)) \(sign)\(points) points on \(cause.measure) by \(cause.year)"
    }
    return "Run \(run), each revision by itself: \(parts.joined(separator: "; "))."
  }
}
