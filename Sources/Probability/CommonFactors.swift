import CKernel
public import LinearAlgebra

/// What many rows have in common, as a few factors: a correlation without its full factor.
///
///     C ≈ L L′ + diag(d²),   each row's own part d² what the factors leave of 1
///
/// The loadings *L* are the principal factors of the correlation with communalities on its diagonal,
/// the share of a row that it has in common: its largest correlation. Of so few rows that the factors
/// can hold all they have in common, it is what the least eigenvalue leaves, and nothing is lost.
/// Whatever the matrix, what is made of it is positive definite.
///
/// **Source.** Harman, *Modern Factor Analysis* (1976), §5.8 and chapter 8 (sections unverified).
public struct CommonFactors: Sendable {
  /// How many factors there are.
  public static let count = Int(PRIMACY_COMMON)
  /// The least of a row's variance that is its own.
  static let leastOwn = 0.02

  /// One row a power, a column a factor.
  let loadings: Matrix
  /// *d*.
  let own: [Double]

  /// - Parameter correlation: Symmetric with ones on its diagonal; need not be positive definite.
  /// - Throws: `notFinite`, `notConverged`.
  /// - Precondition: A square matrix of at least one row.
  public init(_ correlation: Matrix) throws(LinearAlgebraError) {
    let rows = correlation.rows
    let least = rows <= Self.count + 1 ? try SymmetricEigen(correlation).values[0] : nil
    let reduced = Matrix(rows: rows, columns: rows) { i, j in
      guard i == j else { return correlation[i, j] }
      let communality = least.map { 1 - $0 } ?? Self.largest(of: i, in: correlation)
      return min(communality, 1 - Self.leastOwn)
    }
    let eigen = try SymmetricEigen(reduced)
    let raw = Matrix(rows: rows, columns: Self.count) { row, factor in
      guard factor < rows else { return 0 }
      let place = rows - 1 - factor
      return max(eigen.values[place], 0).squareRoot() * eigen.vectors[row, place]
    }
    let common = (0..<rows).map { row in
      (0..<Self.count).reduce(0) { $0 + raw[row, $1] * raw[row, $1] }
    }
    let left = common.map { max(Self.leastOwn, 1 - $0) }
    let deviations = zip(common, left).map { ($0 + $1).squareRoot() }
    loadings = Matrix(rows: rows, columns: Self.count) { raw[$0, $1] / deviations[$0] }
    own = zip(left, deviations).map { $0.squareRoot() / $1 }
  }

  public var rows: Int { own.count }

  /// The correlation that the factors make.
  public var correlation: Matrix {
    let common = loadings * loadings.transposed
    return Matrix(rows: rows, columns: rows) { $0 == $1 ? 1 : common[$0, $1] }
  }

  /// A row's largest correlation with another.
  private static func largest(of row: Int, in correlation: Matrix) -> Double {
    (0..<correlation.columns).reduce(0) { most, column in
      column == row ? most : max(most, abs(correlation[row, column]))
    }
  }
}
