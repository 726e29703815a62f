/// The year in which something was published, and the month where it is known.
public struct PublicationDate: Hashable, Sendable {
  public let year: Int
  /// 1 to 12.
  public let month: Int?

  /// - Precondition: A month from 1 to 12, if any.
  public init(_ year: Int, month: Int? = nil) {
    precondition(month.map { (1...12).contains($0) } ?? true, "a year has twelve months")
    self.year = year
    self.month = month
  }

  /// Reads `1958` or `1958-11`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard let year = parts[0], year >= 1000, text.utf8.count == (parts.count == 1 ? 4 : 7)
    else { return nil }
    guard parts.count > 1 else {
      self.init(year)
      return
    }
    guard parts.count == 2, let month = parts[1], (1...12).contains(month) else { return nil }
    self.init(year, month: month)
  }
}

extension PublicationDate: CustomStringConvertible {
  public var description: String {
    guard let month else { return "\(year)" }
    return month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)"
  }
}
