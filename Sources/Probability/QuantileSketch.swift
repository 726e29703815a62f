import CKernel

/// Quantiles of a stream of numbers in constant memory: counts in equal bins.
///
/// Merging adds counts, so the result does not depend on the order of blocks. Between the edges
/// of a bin a quantile is interpolated; its error is below one bin's width. Numbers beyond the
/// range count in the outermost bins. Only the bins from the least number to the greatest are kept,
/// in whole spans: a sketch of numbers that lie close together is small. Numbers wait until there are
/// enough to count, because of many sketches none is near.
public struct QuantileSketch: Sendable {
  public let range: ClosedRange<Double>
  private let bins: Int
  /// The bin of the first count; a multiple of the span.
  private var first = 0
  private var counts: [UInt32] = []
  private var counted = 0
  private var waiting: [Double] = []

  /// How many bins are kept or left out together.
  private static let span = 256
  /// How many numbers wait at most.
  private static let batch = 512

  /// - Precondition: At least one bin, a range of positive width.
  public init(range: ClosedRange<Double>, bins: Int) {
    precondition(bins > 0 && range.lowerBound < range.upperBound, "a sketch needs bins")
    self.range = range
    self.bins = bins
  }

  public var binWidth: Double { (range.upperBound - range.lowerBound) / Double(bins) }

  /// How many numbers there are.
  public var count: Int { settled.counted }

  /// Counts a number; one that is not a number is left out.
  public mutating func record(_ value: Double) {
    withUnsafePointer(to: value) { record(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// Counts some numbers; those that are not numbers are left out.
  public mutating func record(_ values: UnsafeBufferPointer<Double>) {
    if waiting.capacity == 0 { waiting.reserveCapacity(Self.batch + BlockStream.lanes) }
    waiting.append(contentsOf: values)
    if waiting.count >= Self.batch { settle() }
  }

  public mutating func merge(_ other: QuantileSketch) {
    precondition(range == other.range && bins == other.bins, "sketches differ")
    waiting += other.waiting
    settle()
    guard other.counted > 0 else { return }
    keep(other.first..<other.first + other.counts.count)
    let place = other.first - first
    counts.withUnsafeMutableBufferPointer { counts in
      other.counts.withUnsafeBufferPointer { other in
        for bin in other.indices { counts[place + bin] &+= other[bin] }
      }
    }
    counted += other.counted
  }

  /// The same with all numbers counted.
  private var settled: Self {
    guard !waiting.isEmpty else { return self }
    var settled = self
    settled.settle()
    return settled
  }

  /// Counts the numbers that wait.
  private mutating func settle() {
    guard !waiting.isEmpty else { return }
    var numbers: [Double] = []
    swap(&numbers, &waiting)
    let kernel = primacy_bins(low: range.lowerBound, bins_a_unit: 1 / binWidth, bins: bins)
    let reached = primacy_bins_of(numbers.count, numbers, kernel)
    if reached.first <= reached.last {
      keep(reached.first..<reached.last + 1)
      counted += primacy_bin(numbers.count, numbers, kernel, first, &counts)
    }
    numbers.removeAll(keepingCapacity: true)
    waiting = numbers
  }

  /// Makes room for some bins, and for the rest of their spans.
  private mutating func keep(_ bins: Range<Int>) {
    let (end, span) = (first + counts.count, Self.span)
    guard counts.isEmpty || bins.lowerBound < first || bins.upperBound > end else { return }
    let low = bins.lowerBound / span * span
    let high = (bins.upperBound + span - 1) / span * span
    guard !counts.isEmpty else {
      first = low
      counts = [UInt32](repeating: 0, count: high - low)
      return
    }
    let before = [UInt32](repeating: 0, count: max(0, first - low))
    counts = before + counts + [UInt32](repeating: 0, count: max(0, high - end))
    first = min(first, low)
  }

  /// The quantile at a probability, or nothing where nothing was counted.
  public func quantile(_ probability: Double) -> Double? {
    guard waiting.isEmpty else { return settled.quantile(probability) }
    guard counted > 0 else { return nil }
    let wanted = probability * Double(counted)
    var below = 0.0
    for bin in counts.indices where counts[bin] > 0 {
      let here = Double(counts[bin])
      if below + here >= wanted {
        let inside = max(0, (wanted - below) / here)
        return range.lowerBound + (Double(first + bin) + inside) * binWidth
      }
      below += here
    }
    return range.upperBound
  }
}

extension QuantileSketch: Equatable {
  /// Whether two have counted the same, in whichever order.
  public static func == (one: Self, other: Self) -> Bool {
    let (one, other) = (one.settled, other.settled)
    return one.range == other.range && one.bins == other.bins && one.counted == other.counted
      && one.first == other.first && one.counts == other.counts
  }
}
