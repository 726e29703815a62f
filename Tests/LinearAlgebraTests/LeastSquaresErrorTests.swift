import LinearAlgebra
import Testing

@Suite("Errors of least squares")
struct LeastSquaresErrorTests {
  let line = Matrix(columns: [[1, 1, 1, 1], [0, 1, 2, 3]])

  @Test func `count the observations that are missing`() {
    let wide = Matrix(rows: [[1, 2]])
    #expect(throws: LinearAlgebraError.tooFewObservations(have: 1, need: 2)) {
      try LeastSquares(design: wide, response: [1])
    }
    let empty = Matrix(rows: 0, columns: 1, elements: [])
    #expect(throws: LinearAlgebraError.tooFewObservations(have: 0, need: 1)) {
      try LeastSquares(design: empty, response: [])
    }
  }

  /// The third column is the sum of the others; its unit must not hide it.
  @Test(arguments: [1e-12, 1, 1e12])
  func `say the rank of collinear columns in any unit`(unit: Double) {
    let first = Matrix.scattered(8, 2)
    let sum = (0..<8).map { unit * (first[$0, 0] + first[$0, 1]) }
    let design = Matrix(columns: [first.column(0), first.column(1), sum])
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 2)) {
      try LeastSquares(design: design, response: sum)
    }
  }

  @Test func `call a column of zeros collinear`() {
    let design = Matrix(columns: [[1, 2, 3], [0, 0, 0]])
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1)) {
      try LeastSquares(design: design, response: [1, 2, 3])
    }
  }

  @Test func `name what is not finite`() {
    var design = line
    design[2, 1] = .nan
    #expect(throws: LinearAlgebraError.notFinite(row: 2, column: 1)) {
      try LeastSquares(design: design, response: [1, 2, 3, 4])
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 3, column: 0)) {
      try LeastSquares(design: line, response: [1, 2, 3, .infinity])
    }
  }

  @Test(arguments: [0, -1, .nan, .infinity])
  func `name the weight that is no weight`(weight: Double) {
    #expect(throws: LinearAlgebraError.notPositiveWeight(row: 2)) {
      try LeastSquares(design: line, response: [1, 2, 3, 4], weights: [1, 1, weight, 1])
    }
  }

  @Test func `name the minor of a covariance that is none`() {
    let omega = Matrix(diagonal: [1, 1, -1, 1])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 3)) {
      try LeastSquares(design: line, response: [1, 2, 3, 4], errorCovariance: omega)
    }
  }

  @Test func `trap on shapes that do not fit`() async {
    await #expect(processExitsWith: .failure) {
      _ = try LeastSquares(design: .identity(2), response: [1])
    }
    await #expect(processExitsWith: .failure) {
      let none = Matrix(rows: 2, columns: 0, elements: [])
      _ = try LeastSquares(design: none, response: [1, 2])
    }
    await #expect(processExitsWith: .failure) {
      _ = try LeastSquares(design: .identity(2), response: [1, 2], weights: [1])
    }
    await #expect(processExitsWith: .failure) {
      _ = try LeastSquares(design: .identity(2), response: [1, 2], errorCovariance: .identity(3))
    }
  }

  @Test(arguments: [
    (LinearAlgebraError.notFinite(row: 1, column: 2), "row 1, column 2"),
    (.notPositiveDefinite(order: 3), "minor 3"), (.singular(pivot: 4), "pivot 4"),
    (.notConverged(remaining: 5), "5 left"), (.rankDeficient(rank: 6), "rank 6"),
    (.tooFewObservations(have: 7, need: 8), "7 observations where 8"),
    (.notPositiveWeight(row: 9), "observation 9"),
  ])
  func `say their datum in words`(error: LinearAlgebraError, words: String) {
    #expect(error.description.contains(words))
  }
}
