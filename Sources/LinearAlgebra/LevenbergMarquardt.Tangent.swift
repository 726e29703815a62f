extension LevenbergMarquardt {
  /// The model made linear at a point, by its singular values.
  ///
  ///     z(λ) = Σₖ vₖ sₖ cₖ / (sₖ² + λ),   cₖ = uₖᵀ r
  ///
  /// *z(λ)* is the least-squares step with *λ ‖z‖²* added; its length falls as *λ* grows.
  ///
  /// **Source.** Moré (1978), §5; Conn, Gould and Toint, *Trust-Region Methods* (2000), §7.3.
  struct Tangent {
    private let directions: Matrix
    private let values: [Double]
    private let components: [Double]
    private let residualLength: Double

    struct Step {
      let direction: [Double]
      let length: Double
      let damping: Double
      /// The fraction of the squares that the linear model saves.
      let gain: Double
      /// How fast that fraction grows at the start of the step.
      let slope: Double
    }

    /// - Throws: `notFinite`; `notConverged`.
    init(_ jacobian: Matrix, residuals: [Double]) throws(LinearAlgebraError) {
      let parts = try SingularValueDecomposition(jacobian)
      let rank = parts.rank
      directions = parts.right
      values = Array(parts.values.prefix(rank))
      components = (0..<rank).map { k in
        zip(parts.left.column(k), residuals).reduce(0) { $0 + $1.0 * $1.1 }
      }
      residualLength = euclideanNorm(residuals)
    }

    /// How many directions the model tells apart.
    var rank: Int { values.count }

    /// How far the undamped step moves the linear model.
    var reach: Double { euclideanNorm(components) }

    /// The best step no longer than a radius, within a tenth.
    func step(within radius: Double) -> Step {
      var damping = 0.0
      var least = 0.0
      var most = euclideanNorm(zip(values, components).map { $0 * $1 }) / radius
      for _ in 0..<50 {
        let length = euclideanNorm(coordinates(damping))
        let excess = length - radius
        guard excess > 0.1 * radius || (damping > 0 && excess < -0.1 * radius) else { break }
        if excess > 0 { least = damping } else { most = damping }
        let squares = zip(values, components).reduce(0.0) { sum, pair in
          let (s, c) = pair
          let d = s * s + damping
          return sum + s * s * c * c / (d * d * d)
        }
        damping += excess / radius * length * length / squares
        if !(damping > least && damping < most) {
          damping = max((least * most).squareRoot(), 1e-3 * most)
        }
      }
      return step(dampedBy: damping)
    }

    private func coordinates(_ damping: Double) -> [Double] {
      zip(values, components).map { s, c in s * c / (s * s + damping) }
    }

    private func step(dampedBy damping: Double) -> Step {
      let coordinates = coordinates(damping)
      let length = euclideanNorm(coordinates)
      let moved = euclideanNorm(zip(values, coordinates).map { $0 * $1 }) / residualLength
      let paid = damping.squareRoot() * length / residualLength
      let direction = (0..<directions.rows).map { i in
        coordinates.indices.reduce(0.0) { $0 + directions[i, $1] * coordinates[$1] }
      }
      return Step(
        direction: direction, length: length, damping: damping,
        gain: moved * moved + 2 * paid * paid, slope: moved * moved + paid * paid)
    }
  }
}
