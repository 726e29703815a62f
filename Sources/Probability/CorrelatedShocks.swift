package import CKernel
public import LinearAlgebra

/// Normal shocks of many rows with a given covariance, for all lanes of a block.
///
/// **Shape.** The factor is *n × n*, kept in single precision and in panels of four rows: for each
/// column up to the panel's last row four weights, zero above the diagonal.
public struct CorrelatedShocks: Sendable {
  public let count: Int
  private let weights: [Float]

  /// Shocks with given correlation and standard deviations; a deviation may be zero.
  ///
  /// - Throws: `notPositiveDefinite` where the correlation is not.
  public init(correlation: Matrix, deviations: [Double]) throws(LinearAlgebraError) {
    precondition(correlation.rows == deviations.count, "a deviation a row")
    let lower = try Cholesky(correlation).lower
    let count = lower.rows
    let height = Int(PRIMACY_PANEL)
    var weights: [Float] = []
    for first in stride(from: 0, to: count, by: height) {
      for column in 0..<first + height {
        for row in first..<first + height {
          let isInside = row < count && column <= row
          weights.append(isInside ? Float(deviations[row] * lower[row, column]) : 0)
        }
      }
    }
    self.count = count
    self.weights = weights
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
    return [Double](unsafeUninitializedCapacity: size) { shocks, initialized in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.room(for: count)) { scratch in
        withFactor { factor in
          primacy_correlated(
            stream.source(of: channel), BlockStream.counter(step: step), factor,
            scratch.baseAddress, shocks.baseAddress)
        }
      }
      initialized = size
    }
  }

  /// How many numbers hold the deviates of some rows, in whole panels.
  private static func room(for rows: Int) -> Int {
    (rows + Int(PRIMACY_PANEL)) * Int(PRIMACY_PAIRS)
  }

  /// Lends the factor to the kernel.
  package func withFactor<Result>(_ body: (primacy_factor) -> Result) -> Result {
    weights.withUnsafeBufferPointer {
      body(primacy_factor(rows: count, weights: $0.baseAddress))
    }
  }
}
