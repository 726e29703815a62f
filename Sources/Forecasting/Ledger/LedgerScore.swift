public import Panels

/// A published forecast beside what came.
public struct LedgerScore: Hashable, Sendable {
  public let entry: LedgerEntry
  public let status: LedgerStatus
  /// The year in which it happened.
  public let actual: Int?
  /// How many years after the nearest of the predicted years it happened; negative before them.
  ///
  /// Of a forecast that is missed or overdue, how many years have passed since the last of them.
  public let errorYears: Int?

  init(_ entry: LedgerEntry, _ status: LedgerStatus, actual: Int? = nil, errorYears: Int? = nil) {
    self.entry = entry
    self.status = status
    self.actual = actual
    self.errorYears = errorYears
  }
}
