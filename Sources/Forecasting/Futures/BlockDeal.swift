import Foundation
import Panels
import Probability

/// The blocks of some futures, dealt to the models' fits and counted on all cores.
struct BlockDeal: Sendable {
  /// What part of the blocks left a task takes, so that the last are small and no core waits for one.
  private static let part = 24
  /// How many tasks wait or run at a time: enough that no core waits for the next.
  private static let underWay = 2 * ProcessInfo.processInfo.activeProcessorCount

  /// A block of one fit's futures.
  struct Block {
    /// The number of its random stream.
    let number: Int
    let futures: Futures<Float>
    /// Which of the fits drew it.
    let fit: Int
    /// How many futures the fit drew before.
    let before: Int
    /// How many of its lanes count.
    let used: Int

    /// How many of its lanes are among the first futures of its fit.
    func lanes(amongFirst count: Int) -> Int { max(0, min(used, count - before)) }
  }

  let fits: [JointFit]
  /// How many futures each fit draws; the last block may count only some of its lanes.
  let counts: [Int]
  let seed: UInt64
  /// For each fit how many futures must be drawn of an indicator; empty where of all
  /// as many as the fit draws.
  private let needs: [[Indicator: Int]]
  /// The first block of each fit, and the end of the last.
  private let starts: [Int]

  /// - Parameters:
  ///   - fits: Which draw.
  ///   - counts: How many futures each draws.
  ///   - seed: Of the random numbers.
  ///   - wanted: For each fit of how many futures an indicator is looked at; all of each by default.
  /// - Precondition: A count a fit.
  init(fits: [JointFit], counts: [Int], seed: UInt64, wanted: [[Indicator: Int]] = []) {
    precondition(fits.count == counts.count, "a count a fit")
    needs = zip(fits, wanted).map { $0.needs($1) }
    self.fits = fits
    self.counts = counts
    self.seed = seed
    starts = counts.reduce(into: [0]) { starts, count in
      starts.append(starts[starts.count - 1] + (count + BlockStream.lanes - 1) / BlockStream.lanes)
    }
  }

  /// Draws one block.
  ///
  /// No two fits draw from the same random numbers, and which a fit draws from does not depend on
  /// how many futures others draw.
  func block(_ index: Int) -> Block {
    let fit = (starts.firstIndex { $0 > index } ?? starts.count - 1) - 1
    let place = index - starts[fit]
    let before = place * BlockStream.lanes
    let number = place + fit << 20
    let needs = needs.isEmpty ? nil : needs[fit]
    let futures = fits[fit].block(number, seed: seed) { indicator in
      needs.map { before < $0[indicator] ?? 0 } ?? true
    }
    return Block(
      number: number, futures: futures, fit: fit, before: before,
      used: min(BlockStream.lanes, counts[fit] - before))
  }

  /// The blocks in spans, each a part of those that are left.
  ///
  /// They depend on how many blocks there are and on nothing else.
  static func spans(of blocks: Int) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = 0
    while start < blocks {
      let end = start + max(1, (blocks - start) / part)
      spans.append(start..<end)
      start = end
    }
    return spans
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
    let spans = Self.spans(of: starts[starts.count - 1])
    return await withTaskGroup(of: (Int, Tally).self) { group in
      var begun = 0
      func begin() {
        guard begun < spans.count else { return }
        let (place, span) = (begun, spans[begun])
        begun += 1
        group.addTask {
          var tally = empty
          for index in span { record(&tally, index) }
          return (place, tally)
        }
      }
      // Few parts are under way, and each is added as soon as all before it are: few wait.
      for _ in 0..<Self.underWay { begin() }
      var (sum, waiting, next) = (empty, [Int: Tally](), 0)
      for await (place, tally) in group {
        begin()
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
