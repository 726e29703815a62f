/// The length of a vector, computed without overflow or underflow of its squares.
///
/// The largest element is brought near one by a power of two, which is exact.
func euclideanNorm(_ vector: [Double]) -> Double {
  let largest = vector.reduce(0) { Double.maximumMagnitude($0, $1) }.magnitude
  guard largest.isNormal else { return largest }
  let exponent = largest.exponent
  let sum = vector.reduce(0.0) { sum, element in
    let scaled = Double(sign: .plus, exponent: -exponent, significand: element)
    return sum + scaled * scaled
  }
  return Double(sign: .plus, exponent: exponent, significand: sum.squareRoot())
}
