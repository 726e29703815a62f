public import Panels

/// The figures of one source's table, digit for digit.
public struct SourceFigures: Sendable {
  /// One figure as it is published.
  public struct Figure: Hashable, Sendable {
    public let power: Power
    public let year: Int
    public let series: String
    /// The number as it is written.
    public let digits: String

    public init(power: Power, year: Int, series: String, digits: String) {
      self.power = power
      self.year = year
      self.series = series
      self.digits = digits
    }

    /// A number in the fewest digits that read back to the same one.
    public init(_ figure: Datasets.Figure) {
      self.init(
        power: figure.power, year: figure.year, series: figure.series,
        digits: Decimal.text(figure.value))
    }

    /// Whether two figures of one place are the same number, however it is written.
    public func equals(_ other: Figure) -> Bool {
      digits == other.digits || Double(digits) == Double(other.digits)
    }
  }

  /// The name of the table.
  public let table: String
  /// By code, series and year.
  public let figures: [Figure]

  /// - Precondition: A figure for each code, series and year at most.
  public init(table: String, figures: [Figure]) {
    self.table = table
    let isSorted = zip(figures, figures.dropFirst()).allSatisfy { Self.precedes($0, $1) }
    self.figures = isSorted ? figures : figures.sorted { Self.precedes($0, $1) }
  }

  /// The order of the rows in a table.
  public static func precedes(_ left: Figure, _ right: Figure) -> Bool {
    if left.power != right.power { return left.power < right.power }
    return (left.series, left.year) < (right.series, right.year)
  }

  /// The table, as the loader reads it.
  public var text: String {
    var text = TidyTable.columns.joined(separator: ",") + "\n"
    text.reserveCapacity(figures.count * 40)
    for figure in figures {
      text += "\(figure.power.code),\(figure.year),\(figure.series),\(figure.digits)\n"
    }
    return text
  }
}

extension SourceFigures {
  /// Reads a source's table and checks every figure.
  ///
  /// - Throws: The first defect, with its place.
  init(_ source: Source, folder: String, entities: EntityTable) throws(DataError) {
    let contents = try FileContents(path: "\(folder)/\(source.table)")
    let table: TidyTable
    do throws(TableError) {
      table = try TidyTable.read(
        contents.bytes.span, file: contents.path, rules: source.series, entities: entities)
    } catch { throw .defect(error) }
    let digits = Self.lastFields(contents.bytes)
    self.init(
      table: source.table,
      figures: zip(table.keys, table.lines).map { key, line in
        Figure(
          power: Power(TidyTable.letters(key.code)), year: key.year,
          series: table.rules[key.series].name, digits: digits[Int(line) - 1])
      })
  }

  /// What follows the last comma of each line.
  private static func lastFields(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let start = line.lastIndex(of: UInt8(ascii: ",")).map { $0 + 1 } ?? line.startIndex
      return String(decoding: line[start...], as: UTF8.self)
    }
  }
}
