package import CKernel

/// Standard normal deviates of one block of futures, a pure function of seed and block.
///
/// A deviate is addressed, not drawn in turn: by what it is for (its channel), its step and its
/// row. So the numbers of one power do not change when another is added, and no thread sees
/// another's. The lanes of a block are antithetic pairs: half a block further stand the same
/// deviates with their signs changed, which costs nothing and makes means more exact. In the first
/// half four lanes are drawn and three times turned: the deviates of four rows, taken for a quaternion,
/// are multiplied by *1*, *i*, *j* and *k*. These turns are antisymmetric, and so are their products,
/// so that no sum of weighted deviates has anything to do with the same sum of a turned lane. Futures
/// are drawn in single precision; see Note 1.
///
/// **Source.** Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3"
/// (2011), doi:10.1145/2063384.2063405: Philox4x32-10. Hammersley and Morton, "A new Monte Carlo
/// technique: antithetic variates" (1956), doi:10.1017/S0305004100031455. Radon, "Lineare Scharen
/// orthogonaler Matrizen" (1922), doi:10.1007/BF02940576 (unverified): how many such turns there are.
public struct BlockStream: Sendable {
  /// How many futures a block holds: each of the first half has its mirror in the second.
  public static let lanes = 2 * Int(PRIMACY_PAIRS)
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
  public func fill(
    _ deviates: UnsafeMutableBufferPointer<Double>, channel: Int, step: Int
  ) {
    precondition(deviates.count.isMultiple(of: Self.lanes), "deviates come in rows of lanes")
    primacy_deviates(
      source(of: channel), Self.counter(step: step), deviates.count / Self.lanes,
      deviates.baseAddress)
  }

  /// Fills `deviates` with independent ones in double precision, none the mirror of another.
  ///
  /// - Parameters:
  ///   - deviates: A multiple of sixteen, at most as many as a step has.
  ///   - channel: What the deviates are for; below 2³². The same must not serve futures.
  ///   - step: What they are for in the block.
  public func fillIndependent(
    _ deviates: UnsafeMutableBufferPointer<Double>, channel: Int, step: Int = 0
  ) {
    precondition(deviates.count.isMultiple(of: 16), "independent deviates come in sixteens")
    primacy_normals(
      source(of: channel), Self.counter(step: step), deviates.count, deviates.baseAddress)
  }

  /// The generator's key and stream for a channel.
  package func source(of channel: Int) -> primacy_source {
    primacy_source(seed: seed, stream: UInt64(block) << 32 | UInt64(channel))
  }

  /// The first counter of a step: four rows have four, of four words.
  static func counter(step: Int) -> UInt64 { UInt64(step * rows) }
}
