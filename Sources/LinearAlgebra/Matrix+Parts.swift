extension Matrix {
  /// The square matrix with ones on its diagonal.
  public static func identity(_ order: Int) -> Matrix {
    Matrix(diagonal: [Double](repeating: 1, count: order))
  }

  /// A square matrix that is zero off its diagonal.
  public init(diagonal: [Double]) {
    self.init(rows: diagonal.count, columns: diagonal.count) { i, j in i == j ? diagonal[i] : 0 }
  }

  /// A matrix of vectors side by side.
  ///
  /// - Precondition: At least one column, all of the same length.
  public init(columns: [[Double]]) {
    precondition(!columns.isEmpty, "a matrix of columns needs a column")
    precondition(columns.allSatisfy { $0.count == columns[0].count }, "columns differ in length")
    self.init(rows: columns[0].count, columns: columns.count, elements: Array(columns.joined()))
  }

  public func column(_ j: Int) -> [Double] {
    precondition((0..<columns).contains(j), "column \(j) of \(columns)")
    return Array(elements[j * rows..<(j + 1) * rows])
  }

  public func row(_ i: Int) -> [Double] {
    precondition((0..<rows).contains(i), "row \(i) of \(rows)")
    return (0..<columns).map { self[i, $0] }
  }

  public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  public var transposed: Matrix { Matrix(rows: columns, columns: rows) { i, j in self[j, i] } }

  public var isSquare: Bool { rows == columns }

  /// The largest sum of absolute values of a column.
  public var oneNorm: Double {
    (0..<columns).reduce(0) { most, column in
      max(most, elements[column * rows..<(column + 1) * rows].reduce(0) { $0 + abs($1) })
    }
  }

  /// The square root of the sum of squares of all elements.
  public var frobeniusNorm: Double { euclideanNorm(elements) }

  /// The lower triangle as given, mirrored into the upper.
  public var symmetrizedFromLower: Matrix {
    precondition(isSquare, "only a square matrix can be made symmetric")
    return Matrix(rows: rows, columns: columns) { i, j in self[max(i, j), min(i, j)] }
  }
}

extension Matrix {
  /// Refuses infinities and not-a-numbers before they reach a factorization.
  ///
  /// - Throws: `notFinite` with the first such element, by columns.
  func requireFinite() throws(LinearAlgebraError) {
    try requireAllFinite(elements, rows: rows)
  }

  /// As above for the triangle that a symmetric routine reads.
  func requireFiniteLowerTriangle() throws(LinearAlgebraError) {
    for j in 0..<columns {
      for i in j..<rows where !self[i, j].isFinite { throw .notFinite(row: i, column: j) }
    }
  }
}

/// Refuses numbers that are not finite in a flat array of columns.
func requireAllFinite(_ elements: [Double], rows: Int) throws(LinearAlgebraError) {
  guard let index = elements.firstIndex(where: { !$0.isFinite }) else { return }
  throw .notFinite(row: index % rows, column: index / rows)
}
