/// A dense matrix of doubles, stored by columns as LAPACK wants it.
///
/// **Shape.** `elements[row + column * rows]`.
public struct Matrix: Equatable, Sendable {
  public let rows: Int
  public let columns: Int
  public var elements: [Double]

  /// - Precondition: `rows * columns` elements.
  @inlinable
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix needs rows × columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  // Inlined where it is used: the fit of many countries takes half as long; see Tests/Benchmarks.
  @inlinable
  public init(rows: Int, columns: Int, _ element: (Int, Int) throws -> Double) rethrows {
    var elements: [Double] = []
    elements.reserveCapacity(rows * columns)
    for column in 0..<columns {
      for row in 0..<rows { elements.append(try element(row, column)) }
    }
    self.init(rows: rows, columns: columns, elements: elements)
  }

  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row + column * rows] }
    set { elements[row + column * rows] = newValue }
  }
}
