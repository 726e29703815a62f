import LinearAlgebra
import Probability
import RealModule

/// What the years say of one state's reaction, fatigue and grievance, drawn towards a prior.
///
///     z = X β + ε,   ε ~ N(0, σ²),   β | σ² ~ N(β₀, σ² Λ₀⁻¹),   p(σ²) ∝ 1 / σ²
///
/// with columns *other's level, − own level, 1*. Given the years,
///
///     Λ = XᵀX + Λ₀,   m = Λ⁻¹ (Xᵀz + Λ₀ β₀),   S = zᵀz + β₀ᵀΛ₀β₀ − mᵀΛm
///     σ² ~ S / χ²ₙ,   β | σ² ~ N(m, σ² Λ⁻¹)
///
/// **Source.** Gelman and others, *Bayesian Data Analysis* (2013), §14.2 and §14.8.
struct ReactionPosterior: Sendable {
  let mean: [Double]
  let sumOfSquares: Double
  let degreesOfFreedom: Int
  /// The lower factor of *Λ⁻¹*.
  private let factor: Matrix

  /// - Parameters:
  ///   - own: Levels, a year each.
  ///   - other: The other's, in the same years.
  ///   - prior: What is believed before the years are seen.
  /// - Throws: `degenerate` where levels do not vary.
  init(own: [Double], other: [Double], prior: ArmsRacePrior) throws(BalancingError) {
    let count = own.count - 1
    let change = (0..<count).map { own[$0 + 1] - own[$0] }
    let design = Matrix(rows: count, columns: 3) { row, column in
      column == 0 ? other[row] : column == 1 ? -own[row] : 1
    }
    do throws(LinearAlgebraError) {
      let plain = try LeastSquares(design: design, response: change)
      let variance = plain.residualSumOfSquares / Double(count - 3)
      guard variance > 0 else { throw LinearAlgebraError.singular(pivot: 0) }
      let precision = [
        variance / (prior.reactionDeviation * prior.reactionDeviation),
        variance / (prior.fatigueDeviation * prior.fatigueDeviation), 0,
      ]
      let centre = [0, prior.fatigueMean, 0]
      let gram = Matrix(rows: 3, columns: 3) { i, j in
        (0..<count).reduce(i == j ? precision[i] : 0) { $0 + design[$1, i] * design[$1, j] }
      }
      let right = (0..<3).map { column in
        (0..<count).reduce(precision[column] * centre[column]) {
          $0 + design[$1, column] * change[$1]
        }
      }
      let cholesky = try Cholesky(gram)
      let solution = cholesky.solve(right)
      mean = solution
      let squares = change.reduce(0) { $0 + $1 * $1 }
      let believed = zip(precision, centre).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
      sumOfSquares = squares + believed - zip(solution, right).reduce(0) { $0 + $1.0 * $1.1 }
      factor = try Cholesky(cholesky.inverse).lower
    } catch {
      throw .degenerate("a burden")
    }
    degreesOfFreedom = count
  }

  /// How many rows of deviates one draw takes.
  var deviateCount: Int { 3 + degreesOfFreedom }

  /// One draw from standard normal deviates: the coefficients, then those of the variance.
  func draw(_ deviates: (Int) -> Double) -> [Double] {
    let chiSquare = (3..<deviateCount).reduce(0.0) { $0 + deviates($1) * deviates($1) }
    let deviation = (sumOfSquares / chiSquare).squareRoot()
    return (0..<3).map { row in
      (0...row).reduce(mean[row]) { $0 + deviation * factor[row, $1] * deviates($1) }
    }
  }
}

/// What is believed of reactions and fatigue before the years are seen.
public struct ArmsRacePrior: Equatable, Sendable {
  /// The standard deviation of reactions around zero, points a year and point.
  public var reactionDeviation = 0.1
  public var fatigueMean = 0.1
  public var fatigueDeviation = 0.1

  public init() {}
}
