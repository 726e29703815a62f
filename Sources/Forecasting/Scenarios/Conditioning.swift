import LinearAlgebra
import Models
import Panels
import Probability
import RealModule

/// Futures bent so that they pass through given levels, and all that is correlated with them.
///
///     x* = x + Cov(x, y) Cov(y, y)⁻¹ (y* − y)
///
/// *y* are the quantities that are given, *y\** their given values, *x* any level, all on their
/// scales. For Gaussian futures the result is a draw from the conditional distribution; heavy
/// tails and mixtures make it the best linear one. Covariances come from a pilot of the same fit.
///
/// **Source.** Conditioning by kriging, attributed to Matheron: Journel and Huijbregts, *Mining
/// Geostatistics* (1978), §VII.A; Doucet, "A note on efficient conditional simulation of Gaussian
/// distributions" (2010). Citations unverified; the formula is tested against the conditional.
struct Conditioning: Sendable {
  let conditions: [Deviation.Condition]
  /// The given values on the scale of their factors.
  private let wanted: [Double]
  private let solver: Cholesky
  /// The rows that are correlated with what is given.
  private let rows: [Row]

  /// One power's indicator, and how its years go with what is given.
  private struct Row: Sendable {
    let indicator: Indicator
    let power: Power
    let firstYear: Int
    /// `step * conditions + condition`.
    let covariances: [Double]
  }

  /// Learns how everything goes with what is given.
  ///
  /// - Throws: `neverMoves` where a condition is on what does not vary or is given twice.
  init(
    _ conditions: [Deviation.Condition], moments: PilotMoments
  ) throws(ScenarioError) {
    self.conditions = conditions
    wanted = conditions.map(\.wanted)
    let covariance = moments.givenCovariance
    for (index, condition) in conditions.enumerated() where !(covariance[index, index] > 1e-14) {
      throw .fixed(condition.name, condition.power, condition.year)
    }
    do {
      solver = try Cholesky(covariance)
    } catch {
      let last = conditions[conditions.count - 1]
      throw .fixed(last.name, last.power, last.year)
    }
    // What the conditions before leave open of each; rounding leaves something of what is given twice.
    for (index, condition) in conditions.enumerated() {
      let open = solver.lower[index, index] * solver.lower[index, index]
      guard open > 1e-9 * covariance[index, index] else {
        throw .fixed(condition.name, condition.power, condition.year)
      }
    }
    var rows: [Row] = []
    for row in moments.rows {
      guard Self.isTold(row, from: moments, solver) else { continue }
      rows.append(
        Row(
          indicator: row.indicator, power: row.power, firstYear: row.firstYear,
          covariances: row.covariances))
    }
    self.rows = rows
  }

  /// Whether the correlation of a row with what is given can be told from none.
  ///
  /// Without correlation the number of mirrored pairs times the explained part of the variance is
  /// a chi-square of as many degrees of freedom as there are conditions; the limit is one that it
  /// exceeds about five times in a million.
  private static func isTold(
    _ row: PilotMoments.Row, from moments: PilotMoments, _ solver: Cholesky
  ) -> Bool {
    let count = moments.conditions.count
    let root = Double(count).squareRoot() + 3.5
    let limit = root * root / Double(moments.count / 2)
    return row.variances.indices.contains { step in
      guard row.variances[step] > 1e-14 else { return false }
      let covariances = Array(row.covariances[step * count..<(step + 1) * count])
      let explained = zip(covariances, solver.solve(covariances)).reduce(0) { $0 + $1.0 * $1.1 }
      return explained > limit * row.variances[step]
    }
  }

  func apply(to futures: inout Futures<Float>) {
    let lanes = futures.lanes
    let count = conditions.count
    var gaps = Matrix(rows: count, columns: lanes) { _, _ in 0 }
    for (index, condition) in conditions.enumerated() {
      guard let values = condition.values(in: futures) else { return }
      for lane in 0..<lanes { gaps[index, lane] = wanted[index] - values[lane] }
    }
    let weights = solver.solve(gaps).transposed.elements
    var amounts = [Double](repeating: 0, count: lanes)
    for row in rows {
      guard let place = futures.powers.firstIndex(of: row.power) else { continue }
      let (years, stride) = (futures.years, futures.powers.count * lanes)
      let start = futures.offset(year: years.lowerBound, row: place)
      let scale = row.indicator.scale
      futures.change(row.indicator) { levels in
        for (step, year) in years.enumerated() where year >= row.firstYear {
          let first = (year - row.firstYear) * count
          guard first + count <= row.covariances.count else { break }
          for lane in 0..<lanes { amounts[lane] = 0 }
          for index in 0..<count {
            let covariance = row.covariances[first + index]
            for lane in 0..<lanes { amounts[lane] += covariance * weights[index * lanes + lane] }
          }
          let cell = start + step * stride
          for lane in 0..<lanes {
            levels[cell + lane] = Float(
              scale.moved(Double(levels[cell + lane]), by: amounts[lane]))
          }
        }
      }
    }
  }
}

extension Deviation.Condition {
  /// The given level on the scale of its factors.
  var wanted: Double { factors[0].scale.transform(level) ?? .nan }

  /// Its factors as people name them.
  var name: String { factors.map(\.name).joined(separator: " × ") }

  /// The quantity on its scale in every lane, or nothing where the futures do not hold it.
  func values(in futures: Futures<Float>) -> [Double]? {
    guard futures.years.contains(year), let row = futures.powers.firstIndex(of: power) else {
      return nil
    }
    let first = futures.offset(year: year, row: row)
    var values = [Double](repeating: 0, count: futures.lanes)
    for factor in factors {
      guard let levels = futures.levels[factor.name] else { return nil }
      for lane in values.indices {
        guard let value = factor.scale.transform(Double(levels[first + lane])) else { return nil }
        values[lane] += value
      }
    }
    return values
  }
}
