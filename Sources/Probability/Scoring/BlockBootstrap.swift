/// How sure a mean or a ratio is when forecasts of near years and of one key hang together.
///
/// A block is all rows of one key, such as one incumbent, whose origins lie within `blockYears`
/// successive years. Blocks start in every year in which they hold a row, so that each row is in
/// `blockYears` of them; a replicate draws as many as there are blocks over `blockYears`, with
/// replacement, and adds up their rows. Sums of all columns come from the same blocks, so a ratio
/// is resampled with its parts together.
///
/// Years shared across keys, as in a world war, are resampled together where all rows have the
/// same key. With few `episodes`, below some twenty, intervals are too narrow.
///
/// **Shape.** Row *i* is `origins[i]`, `keys[i]` and element *i* of each column.
/// **Source.** Künsch, "The jackknife and the bootstrap for general stationary observations"
/// (1989), doi:10.1214/aos/1176347265; Cameron, Gelbach and Miller, "Bootstrap-based improvements
/// for inference with clustered errors" (2008), doi:10.1162/rest.90.3.414.
public struct BlockBootstrap: Sendable {
  public let blockYears: Int
  /// How many spans of `blockYears` it takes to cover every key's origins: the number of cases
  /// that are nearly independent.
  public let episodes: Int
  /// The sums over all rows.
  public let total: Sums
  /// The sums over each block's rows.
  private let blocks: [Sums]
  private let drawCount: Int

  /// Adds up rows by origin and key, then by block.
  ///
  /// - Precondition: At least one row and one column; an origin, a key and a finite value of each
  ///   column a row; blocks of a year or more.
  public init<Key: Hashable & Comparable>(
    origins: [Int], keys: [Key], columns: [[Double]], blockYears: Int
  ) {
    precondition(blockYears > 0, "a block is a year or more")
    precondition(!columns.isEmpty && origins.count == keys.count, "a row has an origin and a key")
    precondition(columns.allSatisfy { $0.count == origins.count }, "columns differ in length")
    precondition(columns.allSatisfy { $0.allSatisfy(\.isFinite) }, "a value is a finite number")
    let cells = Self.cells(origins: origins, keys: keys, columns: columns)
    let empty = Sums(values: columns.map { _ in 0 }, count: 0)
    self.blockYears = blockYears
    total = cells.reduce(empty) { $1.reduce($0, +) }
    episodes = cells.reduce(0) { $0 + Self.spans(of: blockYears, in: $1) }
    blocks = cells.flatMap { years in
      (1 - blockYears..<years.count).map { start in
        years[max(start, 0)..<min(start + blockYears, years.count)].reduce(empty, +)
      }.filter { $0.count > 0 }
    }
    drawCount = max(1, Int((Double(blocks.count) / Double(blockYears)).rounded()))
  }

  /// The sums of each year from the first origin to the last, for each key in order.
  private static func cells<Key: Hashable & Comparable>(
    origins: [Int], keys: [Key], columns: [[Double]]
  ) -> [[Sums]] {
    guard let first = origins.min(), let last = origins.max() else {
      preconditionFailure("a bootstrap needs a row")
    }
    let ordered = Set(keys).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(ordered, ordered.indices))
    let years = last - first + 1
    var sums = columns.map { _ in [Double](repeating: 0, count: ordered.count * years) }
    var counts = [Double](repeating: 0, count: ordered.count * years)
    let cells = zip(origins, keys).map { origin, key in
      (positions[key] ?? 0) * years + origin - first
    }
    for (row, cell) in cells.enumerated() {
      counts[cell] += 1
      for column in columns.indices { sums[column][cell] += columns[column][row] }
    }
    return ordered.indices.map { key in
      (key * years..<(key + 1) * years).map { cell in
        Sums(values: sums.map { $0[cell] }, count: counts[cell])
      }
    }
  }

  /// The least number of spans that cover all years with a row.
  private static func spans(of length: Int, in years: [Sums]) -> Int {
    var spans = 0
    var end = 0
    for (year, sums) in years.enumerated() where year >= end && sums.count > 0 {
      spans += 1
      end = year + length
    }
    return spans
  }

  /// The sums of one replicate; the same seed and position give the same.
  func replicate(_ position: Int, seed: UInt64) -> Sums {
    let stream = BlockStream(seed: seed, block: position)
    let last = blocks.count - 1
    var values = [Double](repeating: 0, count: total.values.count)
    var count = 0.0
    for uniform in stream.uniforms(drawCount, channel: 0) {
      let block = blocks[min(Int(uniform * Double(blocks.count)), last)]
      for column in values.indices { values[column] += block.values[column] }
      count += block.count
    }
    return Sums(values: values, count: count)
  }
}
