/// What has become of a published forecast.
public enum LedgerStatus: String, CaseIterable, Sendable {
  /// It happened in the predicted years, give or take the tolerance.
  case hit
  /// It happened before the first of the predicted years.
  case early
  /// It happened after the last of them.
  case late
  /// The last of them has passed, and the tolerance, and it has not happened yet.
  case missed
  /// The last of them has passed, and the tolerance has not.
  case overdue
  /// A side ceased to exist before it happened: it cannot happen any more.
  case never
  /// The predicted years have not passed.
  case open
  /// It did not happen by the year by which it was not to.
  case correct
  /// It has not happened so far, as was predicted.
  case correctSoFar = "correct so far"
  /// It happened though it was not to.
  case failed
  /// No year was given, so nothing can be scored.
  case undated
  /// The data hold no such measure of both sides.
  case notMeasured = "not measured"
}
