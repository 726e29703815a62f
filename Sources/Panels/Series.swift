/// One indicator of one power, year by year; a year without a value is missing.
public struct Series: Sendable {
  public let power: Power
  public let years: ClosedRange<Int>
  /// One value a year, NaN where it is missing.
  public let values: [Double]

  /// - Precondition: One value a year.
  public init(power: Power, years: ClosedRange<Int>, values: [Double]) {
    precondition(values.count == years.count, "a series needs one value a year")
    self.power = power
    self.years = years
    self.values = values
  }

  public subscript(year: Int) -> Double? {
    guard years.contains(year) else { return nil }
    let value = values[year - years.lowerBound]
    return value.isNaN ? nil : value
  }

  /// The years from the first value to the last, gaps between them included.
  public var coverage: ClosedRange<Int>? {
    guard let first = values.firstIndex(where: { !$0.isNaN }),
      let last = values.lastIndex(where: { !$0.isNaN })
    else { return nil }
    return years.lowerBound + first...years.lowerBound + last
  }

  /// The unbroken run of years that ends at the last value, or its last `count` years.
  public func lastRun(atMost count: Int = .max) -> Series? {
    guard let last = coverage?.upperBound else { return nil }
    var first = last
    while last - first + 1 < count, self[first - 1] != nil { first -= 1 }
    let offset = years.lowerBound
    return Series(
      power: power, years: first...last, values: Array(values[first - offset...last - offset]))
  }
}
