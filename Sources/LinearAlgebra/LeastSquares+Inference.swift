extension LeastSquares {
  public var degreesOfFreedom: Int { observationCount - coefficients.count }

  /// The estimate of *σ²*; not a number without degrees of freedom.
  public var residualVariance: Double {
    degreesOfFreedom > 0 ? residualSumOfSquares / Double(degreesOfFreedom) : .nan
  }

  /// The estimate of *σ*, in the response's unit.
  public var residualStandardDeviation: Double { residualVariance.squareRoot() }

  /// The covariance of the coefficients' errors, *σ² (XᵀX)⁻¹*, *n × n*.
  public var covariance: Matrix { residualVariance * gramInverse }

  /// The standard deviations of the coefficients' errors.
  public var standardErrors: [Double] {
    gramInverse.diagonal.map { residualStandardDeviation * $0.squareRoot() }
  }

  /// The share of the response's squares that the model explains.
  ///
  /// Squares are about the mean where a column of the design is constant, else about zero. Not
  /// a number where there is nothing to explain.
  public var rSquared: Double { 1 - residualSumOfSquares / totalSumOfSquares }
}
