/// When an event happened, as far as the record goes.
///
/// **Units.** Years after the origin of the forecast, from 1.
public struct EventTime: Equatable, Sendable {
  /// The first year it happened, or nothing where the record shows that it did not.
  public let year: Int?
  /// The last year on record, whether or not it happened before.
  public let lastObservable: Int

  /// - Precondition: An event happens within the record.
  public init(year: Int?, lastObservable: Int) {
    precondition(lastObservable >= 0, "a record ends at the origin or after")
    precondition(year.map { $0 >= 1 && $0 <= lastObservable } ?? true, "an event is on record")
    self.year = year
    self.lastObservable = lastObservable
  }

  /// Whether it had happened by a year.
  ///
  /// - Returns: Nothing where the record does not reach so far, even if it had happened before:
  ///   to count only cases that came true early would favour forecasts that say so.
  public func happened(by horizon: Int) -> Bool? {
    precondition(horizon > 0, "a horizon is a year or more")
    guard horizon <= lastObservable else { return nil }
    return year.map { $0 <= horizon } ?? false
  }
}
