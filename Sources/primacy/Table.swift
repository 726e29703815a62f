import Charts

/// Rows under named columns, to be printed in any of the output formats.
///
/// **Shape.** Every row has a cell a column.
struct Table {
  /// A value, and how it is to be read.
  enum Cell: Hashable {
    case text(String)
    /// A calendar year, or another whole number that is a name and no amount.
    case year(Int)
    case count(Int)
    case number(Double)
    /// A ratio, shown with three decimals.
    case ratio(Double)
    /// A probability, shown as a percentage.
    case probability(Double)
    case missing
  }

  /// The command whose table it is, as in `data show`.
  let command: String
  /// In snake case.
  let columns: [String]
  private(set) var rows: [[Cell]]

  init(_ command: String, columns: [String], rows: [[Cell]] = []) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row needs a cell a column")
    self.command = command
    self.columns = columns
    self.rows = rows
  }

  mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row needs a cell a column")
    rows.append(row)
  }

  mutating func append(_ rows: [[Cell]]) {
    for row in rows { append(row) }
  }

  /// The table as text, with a line end at its end.
  func rendered(as format: OutputFormat) -> String {
    switch format {
    case .table: aligned
    case .json: json
    case .csv: csv
    case .markdown: markdown
    }
  }
}

extension Table.Cell {
  init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
  init(_ number: Double?) { self = number.map { .number($0) } ?? .missing }

  /// For a reader: numbers grouped and rounded to six digits.
  var short: String {
    switch self {
    case .text(let text): text
    case .year(let year): "\(year)"
    case .count(let count): NumberText.grouped("\(count)")
    case .number(let number): NumberText.short(number)
    case .ratio(let ratio): Numeral.fixed(ratio, places: 3)
    case .probability(let probability): Numeral.percent(probability)
    case .missing: ""
    }
  }

  /// For a program: numbers in the fewest digits that read back to the same one.
  var exact: String {
    switch self {
    case .text(let text): text
    case .year(let whole), .count(let whole): "\(whole)"
    case .number(let number), .ratio(let number), .probability(let number):
      NumberText.exact(number)
    case .missing: ""
    }
  }

  var isNumber: Bool {
    switch self {
    case .text: false
    case .year, .count, .number, .ratio, .probability, .missing: true
    }
  }
}
