package import CKernel
import LinearAlgebra

/// Normal shocks of many rows with what they have in common, for all lanes of a block.
///
/// **Shape.** The weights are kept in single precision and in panels of four rows: for each common
/// factor four, then those of the rows' own deviates; zero beyond the last row.
public struct CorrelatedShocks: Sendable {
  public let count: Int
  private let weights: [Float]

  /// Shocks with given factors and standard deviations; a deviation may be zero.
  ///
  /// - Precondition: A deviation a row.
  public init(_ factors: CommonFactors, deviations: [Double]) {
    precondition(factors.rows == deviations.count, "a deviation a row")
    let height = Int(PRIMACY_PANEL)
    var weights: [Float] = []
    for first in stride(from: 0, to: deviations.count, by: height) {
      for column in 0...CommonFactors.count {
        for row in first..<first + height {
          guard row < deviations.count else {
            weights.append(0)
            continue
          }
          let loading =
            column < CommonFactors.count ? factors.loadings[row, column] : factors.own[row]
          weights.append(Float(deviations[row] * loading))
        }
      }
    }
    count = deviations.count
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
        withKernel { factor in
          primacy_correlated(
            stream.source(of: channel), BlockStream.counter(step: step), factor,
            scratch.baseAddress, shocks.baseAddress)
        }
      }
      initialized = size
    }
  }

  /// How many numbers hold the common deviates and those of some rows, in whole panels.
  private static func room(for rows: Int) -> Int {
    (CommonFactors.count + rows + Int(PRIMACY_PANEL)) * Int(PRIMACY_PAIRS)
  }

  /// Lends the weights to the kernel.
  package func withKernel<Result>(_ body: (primacy_shocks) -> Result) -> Result {
    weights.withUnsafeBufferPointer {
      body(primacy_shocks(rows: count, weights: $0.baseAddress))
    }
  }
}
