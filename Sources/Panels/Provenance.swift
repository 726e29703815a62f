/// Where a value comes from, and how it came to be.
public struct Provenance: Hashable, Sendable {
  public enum Status: String, Sendable, CaseIterable {
    /// As the publisher gives it, or computed from the publisher's figures of the same year.
    case observed
    /// Joined to another source on growth rates.
    case spliced
    /// Between two observed years.
    case interpolated
    /// The publisher's own projection.
    case projected
  }

  /// The publisher and edition, such as `World Bank 2026-07`.
  public let source: String
  public let status: Status

  public init(source: String, status: Status) {
    self.source = source
    self.status = status
  }
}
