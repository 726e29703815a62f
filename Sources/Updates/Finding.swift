public import Panels

/// A property of a delivery that keeps it, or a part of it, from being believed.
public struct Finding: Error, Hashable, Sendable {
  /// The checks, by the name under which they are reported.
  public enum Check: String, Codable, Sendable, CaseIterable {
    // The file as a whole
    case kind = "not the publisher's form"
    case limits = "too large"
    case archive = "damaged archive"
    case message = "the publisher reports an error"
    case column = "missing column"
    case repeatedColumn = "repeated column"
    case sheet = "missing sheet"
    case unit = "unit changed"
    case baseYear = "base year changed"
    case pages = "pages disagree"
    case empty = "no figures"
    // Single figures
    case number = "not a number"
    case year = "not a year"
    case duplicate = "figure given twice"
    case country = "unknown country"
    case vanishedSeries = "vanished series"
    case vanishedCountry = "vanished country"
    case vanishedYears = "vanished years"
    case zero = "zero where none was"
    case range = "out of range"
    case revision = "revision beyond all earlier ones"
  }

  /// What it means for the delivery.
  public enum Consequence: String, Codable, Sendable {
    /// Nothing of the delivery is used.
    case refused
    /// The series of the country, or of all countries, stays as it was.
    case withheld
    /// It is told, and used.
    case noted
  }

  public let check: Check
  public let consequence: Consequence
  /// The name of the source.
  public let source: String
  public let power: Power?
  public let series: String?
  public let year: Int?
  /// What stands in the delivery, and where.
  public let found: String
  public let expected: String

  public init(
    _ check: Check, _ consequence: Consequence, source: String, power: Power? = nil,
    series: String? = nil, year: Int? = nil, found: String, expected: String
  ) {
    self.check = check
    self.consequence = consequence
    self.source = source
    self.power = power
    self.series = series
    self.year = year
    self.found = found
    self.expected = expected
  }
}

extension Finding: CustomStringConvertible {
  /// One sentence: the check, the place, what was found and what was expected.
  public var description: String {
    let place = [power?.code, series, year.map { "\($0)" }].compactMap(\.self)
    let subject = place.isEmpty ? source : "\(source) \(place.joined(separator: " "))"
    return "\(subject): \(check.rawValue): found \(found), expected \(expected)."
  }
}
