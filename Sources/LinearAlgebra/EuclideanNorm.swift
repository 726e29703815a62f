/// The length of a vector, computed without overflow or underflow of its squares.
///
/// The largest element is brought near one by a power of two, which is exact.
func euclideanNorm(_ vector: [Double]) -> Double {
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
  /// The number times a power of two, exactly.
  func scaled(by exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: self)
  }
}
