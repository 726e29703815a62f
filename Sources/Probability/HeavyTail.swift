import CKernel

/// The common scale of one year's shocks: normal shocks times it are Student's t.
///
/// One chi-square draw serves all rows of a step, so that bad years are bad for all:
/// *s = √((ν − 2) / χ²ᵥ)*, scaled to unit variance. A lane and its mirror share it.
public struct HeavyTail: Sendable {
  /// Degrees of freedom *ν*; whole, above 2.
  public let degreesOfFreedom: Int

  /// - Precondition: More than two degrees of freedom.
  public init(degreesOfFreedom: Int) {
    precondition(degreesOfFreedom > 2, "shocks need a variance")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The scale of one step for every lane.
  public func scales(from stream: BlockStream, channel: Int, step: Int) -> [Double] {
    let half = BlockStream.lanes / 2
    var drawn = [Float](repeating: 0, count: half)
    primacy_tail(
      stream.source(of: channel), BlockStream.counter(step: step), degreesOfFreedom, &drawn)
    return (0..<BlockStream.lanes).map { Double(drawn[$0 % half]) }
  }
}
