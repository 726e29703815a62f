import CKernel

/// Quantiles of a stream of numbers in constant memory: counts in equal bins.
///
/// Merging adds counts, so the result does not depend on the order of blocks. Between the edges
/// of a bin a quantile is interpolated; its error is below one bin's width. Numbers beyond the
/// range count in the outermost bins.
public struct QuantileSketch: Equatable, Sendable {
  public let range: ClosedRange<Double>
  private var counts: [UInt32]
  public private(set) var count = 0

  /// - Precondition: At least one bin, a range of positive width.
  public init(range: ClosedRange<Double>, bins: Int) {
    precondition(bins > 0 && range.lowerBound < range.upperBound, "a sketch needs bins")
    self.range = range
    counts = [UInt32](repeating: 0, count: bins)
  }

  public var binWidth: Double { (range.upperBound - range.lowerBound) / Double(counts.count) }

  /// Counts a number; one that is not a number is left out.
  public mutating func record(_ value: Double) {
    withUnsafePointer(to: value) { record(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// Counts some numbers; those that are not numbers are left out.
  public mutating func record(_ values: UnsafeBufferPointer<Double>) {
    let (low, rate) = (range.lowerBound, 1 / binWidth)
    count += counts.withUnsafeMutableBufferPointer {
      primacy_bin(values.count, values.baseAddress, low, rate, $0.count, $0.baseAddress)
    }
  }

  public mutating func merge(_ other: QuantileSketch) {
    precondition(range == other.range && counts.count == other.counts.count, "sketches differ")
    for bin in counts.indices { counts[bin] += other.counts[bin] }
    count += other.count
  }

  /// The quantile at a probability, or nothing where nothing was counted.
  public func quantile(_ probability: Double) -> Double? {
    guard count > 0 else { return nil }
    let wanted = probability * Double(count)
    var below = 0.0
    for bin in counts.indices where counts[bin] > 0 {
      let here = Double(counts[bin])
      if below + here >= wanted {
        let inside = max(0, (wanted - below) / here)
        return range.lowerBound + (Double(bin) + inside) * binWidth
      }
      below += here
    }
    return range.upperBound
  }
}
