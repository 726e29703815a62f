import Probability

/// The blocks of some futures, dealt to the models' fits in turn and counted on all cores.
struct BlockDeal: Sendable {
  /// Into how many tasks the blocks are dealt at most: enough for many cores, and few tallies.
  private static let tasks = 32

  let fits: [JointFit]
  /// How many futures there are; the last block may count only some of its lanes.
  let count: Int
  let seed: UInt64

  /// One block, and how many of its lanes count.
  func block(_ index: Int) -> (futures: Futures, used: Int) {
    let lanes = BlockStream.lanes
    return (fits[index % fits.count].block(index, seed: seed), min(lanes, count - index * lanes))
  }

  /// Counts all futures, the parts merged in the order of their blocks.
  ///
  /// - Parameters:
  ///   - empty: The tally of no future.
  ///   - record: Counts the block of an index.
  ///   - merge: Adds a tally of later blocks.
  /// - Returns: The tally of all futures.
  func tally<Tally: Sendable>(
    into empty: Tally, record: @escaping @Sendable (inout Tally, Int) -> Void,
    merge: (inout Tally, Tally) -> Void
  ) async -> Tally {
    let blocks = (count + BlockStream.lanes - 1) / BlockStream.lanes
    let size = max(1, (blocks + Self.tasks - 1) / Self.tasks)
    let spans = stride(from: 0, to: blocks, by: size).map { $0..<min($0 + size, blocks) }
    return await withTaskGroup(of: (Int, Tally).self) { group in
      for (place, span) in spans.enumerated() {
        group.addTask {
          var tally = empty
          for index in span { record(&tally, index) }
          return (place, tally)
        }
      }
      // A part is added as soon as all before it are, so that few wait.
      var (sum, waiting, next) = (empty, [Int: Tally](), 0)
      for await (place, tally) in group {
        waiting[place] = tally
        while let part = waiting.removeValue(forKey: next) {
          merge(&sum, part)
          next += 1
        }
      }
      return sum
    }
  }
}
