import Balancing
import Forecasting
import Panels
import Reports

extension CoalitionTables {
  /// A row a year; for one year also a row without each member.
  static func ratios(
    _ field: BalanceField, in data: DataSet, _ years: YearOptions, _ side: String,
    _ against: String?, _ reliability: Double
  ) throws -> [[Table.Cell]] {
    let isOneYear = years.from == nil && years.to == nil
    let span = years.years(within: isOneYear ? field.year...field.year : field.coverage)
    return try (span ?? field.coverage).flatMap { year -> [[Table.Cell]] in
      let above = try data.side(named: side, in: year)
      let below = try against.map { try data.side(named: $0, in: year) } ?? Side(field.leader.power)
      _ = try Contest(challenger: above, incumbent: below)
      let row = RatioRow(
        field: field, year: year, above: above, below: below, reliability: reliability)
      return row.cells(withDefections: isOneYear)
    }
  }
}

/// One year's ratio, as rows of a table.
private struct RatioRow {
  let field: BalanceField
  let year: Int
  let above: Side
  let below: Side
  let reliability: Double

  func cells(withDefections: Bool) -> [[Table.Cell]] {
    let (top, bottom) = (known(above), known(below))
    let left = (above.members + below.members).filter { field.record[$0, year] == nil }
    let uncounted = Table.Cell(left.isEmpty ? nil : left.map(\.code).joined(separator: "+"))
    guard !top.isEmpty, !bottom.isEmpty else {
      let why: Unavailable =
        year > field.coverage.upperBound
        ? .sourceEnds(field.coverage.upperBound)
        : year < field.coverage.lowerBound
          ? .sourceBegins(field.coverage.lowerBound) : .missing(left)
      return [head + [.text("\(why)"), .missing, uncounted]]
    }
    let ratio = CoalitionRatio(top, over: bottom, reliability: reliability)
    let defections = withDefections ? ratio.defections : []
    return [head + [.missing, .ratio(ratio.ratio), uncounted]]
      + defections.map { head + [.text($0.power.code), .ratio($0.ratio), uncounted] }
  }

  private var head: [Table.Cell] {
    [
      .year(year), .text(field.measure.name), .text(above.name), .text(below.name),
      .ratio(reliability),
    ]
  }

  private func known(_ side: Side) -> [(power: Power, level: Double)] {
    side.members.compactMap { power in field.record[power, year].map { (power, $0) } }
  }
}
