import LinearAlgebra
import Models
import Panels
import RealModule

/// Means, variances and covariances of a fit's futures with what is given, from a pilot.
struct PilotMoments: Sendable {
  /// One power's indicator in the years after its last one known.
  struct Row: Sendable {
    let indicator: Indicator
    let power: Power
    let firstYear: Int
    /// One a year.
    let variances: [Double]
    /// `step * conditions + condition`.
    let covariances: [Double]
  }

  let conditions: [Deviation.Condition]
  /// How many futures the pilot has.
  let count: Int
  let givenCovariance: Matrix
  let rows: [Row]

  /// Sums over one part of the pilot.
  struct Sums: Sendable {
    let conditions: [Deviation.Condition]
    /// Of what is given: sums, and sums of products.
    var given: [Double]
    var products: [Double]
    /// For each indicator and cell: the sum, the sum of squares, and products with what is given.
    var cells: [Indicator: [Double]] = [:]
    var count = 0

    init(_ conditions: [Deviation.Condition]) {
      self.conditions = conditions
      given = [Double](repeating: 0, count: conditions.count)
      products = [Double](repeating: 0, count: conditions.count * conditions.count)
    }
  }
}

extension PilotMoments.Sums {
  /// Adds a block whose every lane counts.
  mutating func add(_ futures: Futures<Float>, _ indicators: [Indicator]) {
    let lanes = futures.lanes
    let size = conditions.count
    // What is given less its wanted value: small numbers, so that sums of squares keep digits.
    let values = conditions.compactMap { condition in
      condition.values(in: futures).map { $0.map { $0 - condition.wanted } }
    }
    guard values.count == size else { return }
    for i in 0..<size {
      given[i] += values[i].reduce(0, +)
      for j in 0..<size {
        products[i * size + j] += zip(values[i], values[j]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    for indicator in indicators {
      guard let levels = futures.levels[indicator.name] else { continue }
      let width = size + 2
      var sums =
        cells.removeValue(forKey: indicator)
        ?? [Double](repeating: 0, count: levels.count / lanes * width)
      var scaled = [Double](repeating: 0, count: lanes)
      for cell in 0..<levels.count / lanes {
        for lane in 0..<lanes {
          scaled[lane] = indicator.scale.transform(Double(levels[cell * lanes + lane])) ?? .nan
        }
        let first = cell * width
        for lane in 0..<lanes {
          sums[first] += scaled[lane]
          sums[first + 1] += scaled[lane] * scaled[lane]
        }
        for index in 0..<size {
          var sum = 0.0
          for lane in 0..<lanes { sum += scaled[lane] * values[index][lane] }
          sums[first + 2 + index] += sum
        }
      }
      cells[indicator] = sums
    }
    count += lanes
  }

  mutating func merge(_ other: Self) {
    for index in given.indices { given[index] += other.given[index] }
    for index in products.indices { products[index] += other.products[index] }
    for (indicator, sums) in other.cells {
      guard var own = cells.removeValue(forKey: indicator) else {
        cells[indicator] = sums
        continue
      }
      for index in own.indices { own[index] += sums[index] }
      cells[indicator] = own
    }
    count += other.count
  }
}

extension PilotMoments {
  /// Turns sums into moments.
  ///
  /// - Parameters:
  ///   - sums: Over the whole pilot.
  ///   - fit: Whose futures they are of.
  init(_ sums: Sums, of fit: JointFit) {
    let size = sums.conditions.count
    let number = Double(sums.count)
    let means = sums.given.map { $0 / number }
    conditions = sums.conditions
    count = sums.count
    givenCovariance = Matrix(rows: size, columns: size) { i, j in
      sums.products[i * size + j] / number - means[i] * means[j]
    }
    let width = size + 2
    var rows: [Row] = []
    for indicatorFit in fit.fits {
      guard let cells = sums.cells[indicatorFit.indicator] else { continue }
      for (power, last) in zip(indicatorFit.powers, indicatorFit.lastYears) {
        guard let place = fit.powers.firstIndex(of: power), last < fit.years.upperBound
        else { continue }
        let first = max(last + 1, fit.years.lowerBound)
        var variances: [Double] = []
        var covariances: [Double] = []
        for year in first...fit.years.upperBound {
          let cell = ((year - fit.years.lowerBound) * fit.powers.count + place) * width
          let mean = cells[cell] / number
          variances.append(max(0, cells[cell + 1] / number - mean * mean))
          for index in 0..<size {
            covariances.append(cells[cell + 2 + index] / number - mean * means[index])
          }
        }
        // A power that has a zero or no level in some future has no place on the scale.
        guard !variances.contains(where: \.isNaN), !covariances.contains(where: \.isNaN)
        else { continue }
        rows.append(
          Row(
            indicator: indicatorFit.indicator, power: power, firstYear: first,
            variances: variances, covariances: covariances))
      }
    }
    self.rows = rows
  }
}
