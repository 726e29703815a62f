import CKernel

/// Standard normal deviates of one block of futures, a pure function of seed and block.
///
/// A deviate is addressed, not drawn in turn: by what it is for (its channel), its step and its
/// row. So the numbers of one power do not change when another is added, and no thread sees
/// another's.
///
/// **Source.** Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3"
/// (2011), doi:10.1145/2063384.2063405: Philox4x32-10.
public struct BlockStream: Sendable {
  /// How many futures a block holds; a multiple of 16.
  public static let lanes = 32
  /// How many rows a step can have.
  public static let rows = 1024

  public let seed: UInt64
  public let block: Int

  public init(seed: UInt64, block: Int) {
    precondition(block >= 0 && block < 1 << 32, "a block is counted in 32 bits")
    self.seed = seed
    self.block = block
  }

  /// Fills `deviates` with rows of one deviate a lane.
  ///
  /// - Parameters:
  ///   - deviates: As many as `rows.count * lanes`.
  ///   - channel: What the deviates are for; below 2³².
  ///   - step: The step in time.
  ///   - row: The first row.
  public func fill(
    _ deviates: UnsafeMutableBufferPointer<Double>, channel: Int, step: Int, row: Int = 0
  ) {
    precondition(deviates.count.isMultiple(of: Self.lanes), "deviates come in rows of lanes")
    let first = (step * Self.rows + row) * Self.lanes / 2
    primacy_normals(
      seed, UInt64(block) << 32 | UInt64(channel), UInt64(first), deviates.count,
      deviates.baseAddress)
  }
}
