/// How many of a number of cases have a property.
public struct Proportion: Equatable, Sendable {
  public let count: Int
  public let total: Int

  /// - Precondition: At least one case, and no more with the property than there are.
  public init(count: Int, of total: Int) {
    precondition(total > 0, "a proportion needs a case")
    precondition((0...total).contains(count), "\(count) of \(total)")
    self.count = count
    self.total = total
  }

  public var frequency: Double { Double(count) / Double(total) }

  /// Wilson's interval of the probability behind the frequency.
  ///
  ///     (p̂ + z²/2n ± z √(p̂ (1 − p̂)/n + z²/4n²)) / (1 + z²/n)
  ///
  /// It supposes independent cases. Overlapping forecasts are not, so there it is too narrow.
  ///
  /// **Source.** Wilson, "Probable inference, the law of succession, and statistical inference"
  /// (1927), doi:10.1080/01621459.1927.10502953.
  ///
  /// - Parameter confidence: The probability with which it covers, such as 0.9.
  /// - Returns: An interval within 0 to 1.
  public func wilsonInterval(confidence: Double) -> ClosedRange<Double> {
    precondition(confidence > 0 && confidence < 1, "a confidence is between 0 and 1")
    let z = Normal.quantile(0.5 + confidence / 2)
    let n = Double(total)
    let variance = frequency * (1 - frequency) / n + z * z / (4 * n * n)
    let middle = frequency + z * z / (2 * n)
    let reach = z * variance.squareRoot()
    let scale = 1 + z * z / n
    // At 0 or all of n an end is exactly 0 or 1, which rounding may miss.
    let lower = count == 0 ? 0 : (middle - reach) / scale
    let upper = count == total ? 1 : (middle + reach) / scale
    return lower...upper
  }
}
