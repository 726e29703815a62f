/// A place in a table that cannot be believed: where it is, what stands there, what should.
public struct TableError: Error, Hashable, Sendable {
  /// The property of a table that failed.
  public enum Property: String, Hashable, Sendable {
    case emptyFile = "empty file"
    case text = "not text"
    case format = "not a table"
    case column = "missing column"
    case quote = "open quote"
    case length = "line too long"
    case fields = "wrong number of fields"
    case truncation = "truncated"
    case code = "unknown code"
    case year = "not a year"
    case series = "unknown series"
    case blank = "empty field"
    case name = "not a name"
    case rule = "unknown rule"
    case truth = "neither true nor false"
    case number = "not a number"
    case range = "out of range"
    case duplicate = "duplicate"
    case digest = "not the published file"
  }

  public let property: Property
  public let file: String
  /// Counted from 1, the header included.
  public let line: Int
  /// The name of the column, where one is to blame.
  public let column: String?
  public let found: String
  public let expected: String
  /// The valid names nearest to what was found, best first.
  public let nearest: [String]

  public init(
    _ property: Property, file: String, line: Int, column: String? = nil, found: String,
    expected: String, nearest: [String] = []
  ) {
    self.property = property
    self.file = file
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
    self.nearest = nearest
  }
}

extension TableError: CustomStringConvertible {
  /// One sentence, with the place in the form that editors open.
  public var description: String {
    let place = "\(file):\(line)" + (column.map { ", column \($0)" } ?? "")
    let hint =
      nearest.isEmpty ? "" : " (nearest: \(nearest.joined(separator: ", ")))"
    return "\(place): found \(found), expected \(expected)\(hint)."
  }
}
