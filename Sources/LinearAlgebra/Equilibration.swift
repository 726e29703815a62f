/// Powers of two that bring the columns of a matrix to lengths between 1 and 2.
///
/// Multiplying by a power of two is exact, so that the scaled problem is the given problem.
/// No scaling of columns improves the condition by more than a factor of about *√n* on this one.
/// **Source.** Van der Sluis (1969), "Condition numbers and equilibration of matrices",
/// doi:10.1007/BF02165096; Higham, *Accuracy and Stability of Numerical Algorithms* (2002), §7.3.
struct Equilibration: Sendable {
  /// The columns times two to minus these powers have lengths between 1 and 2.
  let exponents: [Int]

  init(columnsOf a: Matrix) {
    exponents = (0..<a.columns).map { Self.exponent(of: a.column($0)) }
  }

  /// The power of two of a vector's length; 0 where the vector is zero.
  static func exponent(of vector: [Double]) -> Int {
    let norm = euclideanNorm(vector)
    return norm.isZero ? 0 : Int(norm.exponent)
  }

  static func scale(_ x: Double, by exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: x)
  }
}
