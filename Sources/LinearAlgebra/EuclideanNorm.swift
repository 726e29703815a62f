/// The length of a vector, computed without overflow or underflow of its squares.
///
/// Where squares may leave the range of doubles the largest element is brought near one by a power of
/// two, which is exact, so that both ways give the same.
func euclideanNorm(_ vector: [Double]) -> Double {
  let squares = vector.reduce(0) { $0 + $1 * $1 }
  if squares > 0x1p-400 && squares < 0x1p900 { return squares.squareRoot() }
  let largest = vector.reduce(0) { Double.maximumMagnitude($0, $1) }.magnitude
  guard largest > 0 && largest.isFinite else { return largest }
  let exponent = largest.exponent
  let sum = vector.reduce(0.0) { sum, element in
    let scaled = element.scaled(by: -exponent)
    return sum + scaled * scaled
  }
  return sum.squareRoot().scaled(by: exponent)
}

/// The power of two of a vector's length; 0 where the vector is zero.
func binaryExponent(of vector: [Double]) -> Int {
  let norm = euclideanNorm(vector)
  return norm.isZero ? 0 : Int(norm.exponent)
}

extension Double {
  /// The number times a power of two, exact unless it leaves the range of doubles.
  func scaled(by exponent: Int) -> Double {
    guard (-1022...1023).contains(exponent) else {
      return Double(sign: .plus, exponent: exponent, significand: self)
    }
    // A product with a normal power of two, written by its bits, costs a tenth of the above.
    let power = Double(
      sign: .plus, exponentBitPattern: UInt(exponent + 1023), significandBitPattern: 0)
    return self * power
  }
}
