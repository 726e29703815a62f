/// The minimum of a function of a few numbers, without derivatives.
///
/// **Source.** Nelder and Mead, "A simplex method for function minimization" (1965),
/// doi:10.1093/comjnl/7.4.308; coefficients of Lagarias et al. (1998),
/// doi:10.1137/S1052623496303470.
struct NelderMead {
  /// The search ends when the simplex's values differ by less, relative to their size.
  var tolerance = 1e-9
  var mostEvaluations = 2000

  /// Searches from a start.
  ///
  /// - Parameters:
  ///   - start: The first corner.
  ///   - steps: How far the other corners are away, one a dimension.
  ///   - value: The function; infinite or not a number where it has no value.
  /// - Returns: The best corner and its value.
  func minimize(
    from start: [Double], steps: [Double], _ value: ([Double]) -> Double
  ) -> (point: [Double], value: Double) {
    let n = start.count
    func evaluate(_ point: [Double]) -> (point: [Double], value: Double) {
      let found = value(point)
      return (point, found.isNaN ? .infinity : found)
    }
    var simplex = [evaluate(start)]
    for k in 0..<n {
      var corner = start
      corner[k] += steps[k]
      simplex.append(evaluate(corner))
    }
    var evaluations = n + 1
    while evaluations < mostEvaluations {
      simplex.sort { $0.value < $1.value }
      let best = simplex[0]
      let worst = simplex[n]
      if abs(worst.value - best.value) <= tolerance * (abs(best.value) + tolerance) { break }
      let centre = (0..<n).map { k in simplex[..<n].reduce(0) { $0 + $1.point[k] } / Double(n) }
      func along(_ t: Double) -> (point: [Double], value: Double) {
        evaluate((0..<n).map { centre[$0] + t * (worst.point[$0] - centre[$0]) })
      }
      let reflected = along(-1)
      evaluations += 1
      if reflected.value < best.value {
        let expanded = along(-2)
        evaluations += 1
        simplex[n] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < simplex[n - 1].value {
        simplex[n] = reflected
      } else {
        let contracted = along(reflected.value < worst.value ? -0.5 : 0.5)
        evaluations += 1
        if contracted.value < min(reflected.value, worst.value) {
          simplex[n] = contracted
        } else {
          for corner in 1...n {
            simplex[corner] = evaluate(
              (0..<n).map { best.point[$0] + 0.5 * (simplex[corner].point[$0] - best.point[$0]) })
          }
          evaluations += n
        }
      }
    }
    return simplex.min { $0.value < $1.value } ?? simplex[0]
  }
}
