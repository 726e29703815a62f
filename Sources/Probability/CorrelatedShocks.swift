import CKernel
public import LinearAlgebra

/// Normal shocks of many rows with a given covariance, for all lanes of a block.
///
/// **Shape.** The factor is *n × n*, stored by rows; shocks are *n* rows of one number a lane.
public struct CorrelatedShocks: Sendable {
  public let count: Int
  private let factor: [Double]

  /// Shocks with given correlation and standard deviations; a deviation may be zero.
  ///
  /// - Throws: `notPositiveDefinite` where the correlation is not.
  public init(correlation: Matrix, deviations: [Double]) throws(LinearAlgebraError) {
    precondition(correlation.rows == deviations.count, "a deviation a row")
    let lower = try Cholesky(correlation).lower
    let count = lower.rows
    self.count = count
    factor = (0..<count).flatMap { i in (0..<count).map { deviations[i] * lower[i, $0] } }
  }

  /// Draws one step's shocks.
  ///
  /// - Parameters:
  ///   - stream: Where the deviates come from.
  ///   - channel: What they are for.
  ///   - step: The step in time.
  /// - Returns: `count` rows of one shock a lane.
  public func draw(from stream: BlockStream, channel: Int, step: Int) -> [Double] {
    let size = count * BlockStream.lanes
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { deviates in
      stream.fill(deviates, channel: channel, step: step)
      return [Double](unsafeUninitializedCapacity: size) { shocks, initialized in
        factor.withUnsafeBufferPointer { factor in
          primacy_correlate(
            count, BlockStream.lanes, factor.baseAddress, deviates.baseAddress,
            shocks.baseAddress)
        }
        initialized = size
      }
    }
  }
}
