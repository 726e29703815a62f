/// A design whose columns are brought to lengths between 1 and 2 by powers of two.
///
/// That multiplication is exact, so that the scaled problem is the given problem; and no
/// scaling of columns makes the condition better than this one by more than about *√n*.
///
/// **Shape.** *X = A D*: the design *X* and the scaled *A* are *m × n*, and *D* is the diagonal
/// of two to the powers `exponents`.
/// **Source.** Van der Sluis (1969), "Condition numbers and equilibration of matrices",
/// doi:10.1007/BF02165096; Higham, *Accuracy and Stability of Numerical Algorithms* (2002), §7.3.
struct ScaledColumns: Sendable {
  let design: Matrix
  let scaled: Matrix
  let exponents: [Int]

  init(_ design: Matrix) {
    let exponents = (0..<design.columns).map { binaryExponent(of: design.column($0)) }
    self.design = design
    self.exponents = exponents
    scaled = Matrix(rows: design.rows, columns: design.columns) { i, j in
      design[i, j].scaled(by: -exponents[j])
    }
  }
}
