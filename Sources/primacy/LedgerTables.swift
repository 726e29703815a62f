import Forecasting
import Panels
import Reports

/// The tables of published forecasts, scored and compared.
enum LedgerTables {
  /// The columns that say what was predicted.
  static let named = [
    "id", "publisher", "published", "challenger", "incumbent", "measure", "predicted_low",
    "predicted_high",
  ]

  static func named(_ entry: LedgerEntry) -> [Table.Cell] {
    [
      .text(entry.id), .text(entry.publisher), .text("\(entry.published)"),
      .text(entry.challenger.code), .text(entry.incumbent.code), .text(entry.measure),
      year(entry.prediction.low), year(entry.prediction.high),
    ]
  }

  static func neverBy(_ entry: LedgerEntry) -> String? {
    switch entry.prediction {
    case .notBy(let year): "\(year)"
    case .never: "ever"
    case .within, .by, .undated: nil
    }
  }

  static func scored(_ scores: [LedgerScore]) -> Table {
    Table(
      "ledger score", columns: named + ["status", "error_years"],
      rows: scores.map { score in
        named(score.entry) + [.text(score.status.rawValue), year(score.errorYears)]
      })
  }

  static func compared(_ comparisons: [LedgerComparison]) -> Table {
    Table(
      "ledger score",
      columns: [
        "id", "publisher", "published", "predicted", "primacy_probability_by", "primacy_median",
        "actual", "remark",
      ],
      rows: comparisons.map { comparison in
        let entry = comparison.score.entry
        return [
          .text(entry.id), .text(entry.publisher), .text("\(entry.published)"),
          Table.Cell(predicted(entry.prediction)), probability(comparison.answer),
          year(median(comparison.answer)), year(comparison.score.actual),
          Table.Cell(remark(comparison)),
        ]
      })
  }

  /// How many forecasts have each status, in a sentence.
  static func summary(_ scores: [LedgerScore]) -> String {
    let counts = LedgerStatus.allCases.map { status in
      (status, scores.count { $0.status == status })
    }
    let parts = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }
    let forecasts = scores.count == 1 ? "forecast" : "forecasts"
    return "\(scores.count) \(forecasts)" + (parts.isEmpty ? "." : ": ")
      + parts.joined(separator: ", ") + (parts.isEmpty ? "" : ".")
  }

  private static func predicted(_ prediction: LedgerEntry.Prediction) -> String? {
    switch prediction {
    case .within(let years) where years.count == 1: "\(years.lowerBound)"
    case .within(let years): "\(years.lowerBound)-\(years.upperBound)"
    case .by(let year): "by \(year)"
    case .notBy(let year): "not by \(year)"
    case .never: "never"
    case .undated: nil
    }
  }

  private static func probability(_ answer: LedgerComparison.Answer) -> Table.Cell {
    guard case .forecast(let probability?, _) = answer else { return .missing }
    return .probability(probability)
  }

  private static func median(_ answer: LedgerComparison.Answer) -> Int? {
    guard case .forecast(_, let median) = answer else { return nil }
    return median
  }

  private static func remark(_ comparison: LedgerComparison) -> String? {
    switch comparison.answer {
    case .forecast(_, let median): median == nil ? "less likely than not" : nil
    case .ahead(let year): "ahead since \(year)"
    case .notMeasured: "not measured"
    case .refused(let error): "from \(comparison.origin): \(error)"
    }
  }

  private static func year(_ year: Int?) -> Table.Cell { year.map { .year($0) } ?? .missing }
}
