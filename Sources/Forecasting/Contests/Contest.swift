/// A challenger and the incumbent it may pass.
public struct Contest: Hashable, Sendable {
  public let challenger: Side
  public let incumbent: Side

  /// - Throws: `sameSides` where a power is on both sides.
  public init(challenger: Side, incumbent: Side) throws(ForecastError) {
    if let both = challenger.members.first(where: { incumbent.members.contains($0) }) {
      throw .sameSides(both)
    }
    self.challenger = challenger
    self.incumbent = incumbent
  }
}
