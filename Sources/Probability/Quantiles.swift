/// The quantile of a sample at a probability, by linear interpolation of order statistics.
///
/// **Source.** Hyndman and Fan, "Sample quantiles in statistical packages" (1996),
/// doi:10.2307/2684934, definition 7.
///
/// - Precondition: At least one number, in ascending order.
public func quantile(_ probability: Double, ofSorted sample: [Double]) -> Double {
  precondition(!sample.isEmpty, "a quantile needs a sample")
  let position = probability * Double(sample.count - 1)
  let below = min(max(Int(position), 0), sample.count - 1)
  let above = min(below + 1, sample.count - 1)
  return sample[below] + (position - Double(below)) * (sample[above] - sample[below])
}
