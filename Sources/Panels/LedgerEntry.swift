/// A published forecast of when, if ever, one power passes another.
public struct LedgerEntry: Hashable, Sendable {
  /// What was said of the year.
  public enum Prediction: Hashable, Sendable {
    /// It happens in one of these years.
    case within(ClosedRange<Int>)
    /// It happens by the end of this year.
    case by(Int)
    /// It does not happen by the end of this year.
    case notBy(Int)
    /// It does not happen at all.
    case never
    /// It happens, or may, and no year was given.
    case undated
  }

  /// The event that the forecast is of.
  public enum Event: String, CaseIterable, Sendable {
    /// The first year in which the challenger is level or ahead.
    case first
    /// The first year of five in which it is.
    case durable
  }

  /// A short name, unlike any other in the ledger.
  public let id: String
  public let publisher: String
  public let published: PublicationDate
  public let challenger: Power
  public let incumbent: Power
  /// The name of a measure, of an indicator, or of a quantity that nobody here computes.
  public let measure: String
  public let prediction: Prediction
  public let event: Event
  /// The prediction in words.
  public let note: String
  /// Where it stands, or was reported.
  public let source: String
  /// Whether it was read in a public source.
  public let isVerified: Bool

  public init(
    id: String, publisher: String, published: PublicationDate, challenger: Power,
    incumbent: Power, measure: String, prediction: Prediction, event: Event = .first,
    note: String = "", source: String = "", isVerified: Bool = false
  ) {
    self.id = id
    self.publisher = publisher
    self.published = published
    self.challenger = challenger
    self.incumbent = incumbent
    self.measure = measure
    self.prediction = prediction
    self.event = event
    self.note = note
    self.source = source
    self.isVerified = isVerified
  }
}

extension LedgerEntry.Prediction {
  /// The first year in which it was to happen, where one was given.
  public var low: Int? {
    guard case .within(let years) = self else { return nil }
    return years.lowerBound
  }

  /// The last year in which it was to happen, where one was given.
  public var high: Int? {
    switch self {
    case .within(let years): years.upperBound
    case .by(let year): year
    case .notBy, .never, .undated: nil
    }
  }

  /// The last year that something was said of.
  public var lastYear: Int? {
    guard case .notBy(let year) = self else { return high }
    return year
  }
}
