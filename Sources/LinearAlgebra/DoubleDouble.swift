/// A running sum of products held to about 32 digits as two doubles.
///
/// The error of each product and of each sum is itself a double, found exactly by one fused
/// multiply-add and by six additions; `low` collects those errors.
/// **Source.** Ogita, Rump and Oishi (2005), "Accurate sum and dot product",
/// doi:10.1137/030601818, algorithms 2.1 and 5.3.
struct DoubleDouble: Equatable, Sendable {
  private(set) var high: Double
  private(set) var low: Double

  init(_ value: Double) {
    high = value
    low = 0
  }

  static var zero: DoubleDouble { DoubleDouble(0) }

  /// The sum rounded to one double.
  var rounded: Double { high + low }

  var negated: DoubleDouble {
    var result = self
    result.high = -high
    result.low = -low
    return result
  }

  mutating func add(_ value: Double) {
    let sum = high + value
    let part = sum - high
    low += (high - (sum - part)) + (value - part)
    high = sum
  }

  mutating func add(_ value: DoubleDouble) {
    add(value.high)
    low += value.low
  }

  mutating func addProduct(_ a: Double, _ b: Double) {
    let product = a * b
    low += (-product).addingProduct(a, b)
    add(product)
  }

  mutating func addProduct(_ a: Double, _ b: DoubleDouble) {
    addProduct(a, b.high)
    low += a * b.low
  }

  /// The value times a power of two, exactly.
  func scaled(by exponent: Int) -> DoubleDouble {
    var result = self
    result.high = high.scaled(by: exponent)
    result.low = low.scaled(by: exponent)
    return result
  }

  /// Moves into `high` what has grown too large for `low`; the value stays.
  mutating func normalize() {
    let sum = high + low
    low -= sum - high
    high = sum
  }
}
