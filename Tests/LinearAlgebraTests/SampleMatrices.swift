import LinearAlgebra

/// Matrices without structure that every test can name again.
extension Matrix {
  /// Elements between -1 and 1 from a congruential sequence.
  static func scattered(_ rows: Int, _ columns: Int, seed: UInt64 = 1) -> Matrix {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    return Matrix(rows: rows, columns: columns) { _, _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(Int64(bitPattern: state) >> 11) / 0x1p52
    }
  }

  /// The elements one over *i + j + 1*, exact only within rounding.
  static func hilbert(_ order: Int) -> Matrix {
    Matrix(rows: order, columns: order) { i, j in 1 / Double(i + j + 1) }
  }

  /// Zero but for the diagonal, in a matrix that need not be square.
  static func diagonal(_ values: [Double], rows: Int, columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns) { i, j in i == j ? values[i] : 0 }
  }
}
