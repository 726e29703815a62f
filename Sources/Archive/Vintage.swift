public import Foundation

/// What was known from some time on, until the next vintage.
public struct Vintage: Hashable, Sendable {
  /// Counted from 1, the embedded figures.
  public let number: Int
  /// Since when it was known.
  public let time: Date
  /// The digest of all of its files: that of the lines that `sha256sum` prints for them.
  public let checksum: String
}
