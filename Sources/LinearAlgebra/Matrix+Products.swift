import CLAPACK

extension Matrix {
  public static func + (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.rows == b.rows && a.columns == b.columns, "a sum needs equal shapes")
    return Matrix(rows: a.rows, columns: a.columns, elements: zip(a.elements, b.elements).map(+))
  }

  public static func - (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.rows == b.rows && a.columns == b.columns, "a difference needs equal shapes")
    return Matrix(rows: a.rows, columns: a.columns, elements: zip(a.elements, b.elements).map(-))
  }

  public static func * (scale: Double, a: Matrix) -> Matrix {
    Matrix(rows: a.rows, columns: a.columns, elements: a.elements.map { scale * $0 })
  }

  /// The product of two matrices, by BLAS `dgemm`.
  ///
  /// **Shape.** *m × k* times *k × n* is *m × n*.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "a product needs as many columns as rows")
    var product = Matrix(rows: a.rows, columns: b.columns) { _, _ in 0 }
    guard !product.elements.isEmpty && a.columns > 0 else { return product }
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(a.rows), Int32(b.columns),
      Int32(a.columns), 1, a.elements, Int32(a.rows), b.elements, Int32(b.rows), 0,
      &product.elements, Int32(a.rows))
    return product
  }

  /// The product of a matrix and a column, by BLAS `dgemv`.
  public static func * (a: Matrix, x: [Double]) -> [Double] {
    precondition(a.columns == x.count, "a product needs as many columns as elements")
    var product = [Double](repeating: 0, count: a.rows)
    guard a.rows > 0 && a.columns > 0 else { return product }
    cblas_dgemv(
      CblasColMajor, CblasNoTrans, Int32(a.rows), Int32(a.columns), 1, a.elements,
      Int32(a.rows), x, 1, 0, &product, 1)
    return product
  }
}
