import RealModule

/// The common scale of one year's shocks: normal shocks times it are Student's t.
///
/// One chi-square draw serves all rows of a step, so that bad years are bad for all:
/// *s = √((ν − 2) / χ²ᵥ)*, scaled to unit variance.
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
    let lanes = BlockStream.lanes
    var deviates = [Double](repeating: 0, count: degreesOfFreedom * lanes)
    deviates.withUnsafeMutableBufferPointer { stream.fill($0, channel: channel, step: step) }
    return (0..<lanes).map { lane in
      var chiSquare = 0.0
      for row in 0..<degreesOfFreedom {
        let deviate = deviates[row * lanes + lane]
        chiSquare += deviate * deviate
      }
      return (Double(degreesOfFreedom - 2) / chiSquare).squareRoot()
    }
  }
}
