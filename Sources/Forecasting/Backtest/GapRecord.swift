import LinearAlgebra
import Panels
import Probability
import RealModule

/// Every pair of every past universe: how far apart it was, and after how many years it crossed.
///
/// What is told at an origin comes from pairs whose horizon had ended by then.
public struct GapRecord: Sendable {
  struct Row: Sendable {
    let origin: Int
    let gap: Double
    /// After how many years the challenger first reached the incumbent, if it did while known.
    let crossedAfter: Int?
    /// For how many years after the origin both are known without a break.
    let knownFor: Int
  }

  private let rows: [Row]

  /// - Parameters:
  ///   - record: The measure of all powers in all years.
  ///   - options: Which universe is looked at.
  ///   - step: How many years apart origins are.
  init(_ record: MeasureRecord, options: Backtest.Options, step: Int = 2) {
    let first = record.years.lowerBound + options.minHistory
    let origins = stride(from: first, through: record.years.upperBound - 1, by: step)
    rows = origins.flatMap { origin -> [Row] in
      let universe = Universe(
        record, origin: origin, top: options.top, maxRatio: options.maxRatio,
        minHistory: options.minHistory)
      return universe.pairs.map { pair in
        let challenger = universe.powers[pair.challenger]
        let incumbent = universe.powers[pair.incumbent]
        var crossed: Int?
        var known = 0
        while let above = record[challenger, origin + known + 1],
          let below = record[incumbent, origin + known + 1]
        {
          known += 1
          if crossed == nil, above >= below { crossed = known }
        }
        return Row(origin: origin, gap: pair.gap, crossedAfter: crossed, knownFor: known)
      }
    }
  }

  /// The first origin of which pairs are known.
  var firstOrigin: Int? { rows.map(\.origin).min() }

  /// How many resolved pairs a regression needs.
  static let enough = 200

  /// The logit of a crossing as a line in the gap, or nothing where too few pairs had resolved.
  public func line(at origin: Int, horizon: Int) -> LogitLine? {
    let resolved = rows.filter { $0.origin + horizon <= origin && $0.knownFor >= horizon }
    guard resolved.count >= Self.enough else { return nil }
    let design = Matrix(rows: resolved.count, columns: 2) { row, column in
      column == 0 ? 1 : resolved[row].gap
    }
    let outcomes = resolved.map { row in row.crossedAfter.map { $0 <= horizon } ?? false }
    let fit = try? LogisticRegression(design: design, outcomes: outcomes, penalty: .ridge(1e-3))
    // One outcome only, or no convergence: nothing is learned from such pairs.
    return fit.map { LogitLine(constant: $0.coefficients[0], slope: $0.coefficients[1]) }
  }
}

extension GapRecord {
  /// What the gap alone said at an origin, at the horizons that a record keeps.
  func course(at origin: Int) -> BaseRateCourse {
    BaseRateCourse(
      ForecastRecord.lineHorizons.compactMap { horizon in
        line(at: origin, horizon: horizon).map { (horizon, $0) }
      })
  }
}

/// A probability whose logit is a line in the logarithm of the gap.
public struct LogitLine: Equatable, Sendable {
  public let constant: Double
  public let slope: Double

  public init(constant: Double, slope: Double) {
    self.constant = constant
    self.slope = slope
  }

  public func logOdds(at gap: Double) -> Double { constant + slope * gap }

  public func probability(at gap: Double) -> Double { 1 / (1 + .exp(-logOdds(at: gap))) }
}
