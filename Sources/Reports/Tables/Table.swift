import Charts

/// Rows under named columns, to be printed in any of the output formats.
///
/// **Shape.** Every row has a cell a column.
public struct Table: Sendable {
  /// A value, and how it is to be read.
  public enum Cell: Hashable, Sendable {
    case text(String)
    /// A calendar year, or another whole number that is a name and no amount.
    case year(Int)
    case count(Int)
    case number(Double)
    /// A ratio, shown with three decimals.
    case ratio(Double)
    /// A number shown with two decimals.
    case hundredths(Double)
    /// How probable a departure at least as large is by chance; shown with three decimals.
    case significance(Double)
    /// A probability, shown as a percentage.
    case probability(Double)
    case missing
  }

  /// The forms in which a table is printed.
  public enum Format: String, CaseIterable, Sendable {
    /// Aligned columns for a reader.
    case table
    case json
    case csv
    case markdown
  }

  /// The command whose table it is, as in `data show`.
  public let command: String
  /// In snake case.
  public let columns: [String]
  public private(set) var rows: [[Cell]]

  /// - Precondition: A cell a column in every row.
  public init(_ command: String, columns: [String], rows: [[Cell]] = []) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row needs a cell a column")
    self.command = command
    self.columns = columns
    self.rows = rows
  }

  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row needs a cell a column")
    rows.append(row)
  }

  public mutating func append(_ rows: [[Cell]]) {
    for row in rows { append(row) }
  }

  /// The table as text, with a line end at its end.
  public func rendered(as format: Format) -> String {
    switch format {
    case .table: aligned
    case .json: json
    case .csv: csv
    case .markdown: markdown
    }
  }
}

extension Table.Cell {
  public init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
  public init(_ number: Double?) { self = number.map { .number($0) } ?? .missing }

  /// For a reader: numbers grouped and rounded to six digits.
  public var short: String {
    switch self {
    case .text(let text): text
    case .year(let year): "\(year)"
    case .count(let count): Numeral.grouped(count)
    case .number(let number): Numeral.plain(number)
    case .ratio(let ratio): Numeral.fixed(ratio, places: 3)
    case .hundredths(let number): Numeral.fixed(number, places: 2)
    case .significance(let value):
      value < 0.001 ? "<0.001" : Numeral.fixed(value, places: 3)
    case .probability(let probability): Numeral.percent(probability)
    case .missing: ""
    }
  }

  /// For a program: numbers in the fewest digits that read back to the same one.
  public var exact: String {
    switch self {
    case .text(let text): text
    case .year(let whole), .count(let whole): "\(whole)"
    case .number(let number), .ratio(let number), .hundredths(let number),
      .significance(let number), .probability(let number):
      Numeral.exact(number)
    case .missing: ""
    }
  }

  var isNumber: Bool {
    switch self {
    case .text: false
    case .year, .count, .number, .ratio, .hundredths, .significance, .probability, .missing: true
    }
  }
}
