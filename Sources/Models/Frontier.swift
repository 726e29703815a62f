import LinearAlgebra
public import Panels
import RealModule

/// A frontier that drifts, and gaps to it that close or do not.
///
///     Fₜ₊₁ = Fₜ + γ + γ₀ 1{t ≤ 1973} + eₜ,   e ~ N(0, σ²)
///     gᵢₜ = Fₜ − zᵢₜ,   gᵢₜ₊₁ = φᵢ gᵢₜ + uᵢₜ,   u ~ N(0, σᵢ²)
///     φᵢ ~ N(μ, τ²) clipped to 0…1,   log σᵢ ~ N(ν, ω²)
///
/// *z* is the indicator on its scale. The frontier of output per head, and the centre of ratios
/// that return to a level, are the United States; that of any other quantity is the largest
/// power of the panel. A ratio's centre has no drift, and only output per head has the first
/// era's term *γ₀*. Persistence and scatter are estimated by least squares, then drawn towards
/// those of all countries; how little is known of *γ* and *φᵢ* is drawn with them. Unlike its
/// source's, shocks are correlated across powers.
///
/// **Source.** Raftery, Zimmer, Frierson, Startz and Liu, "Less than 2 °C warming by 2100
/// unlikely" (2017), doi:10.1038/nclimate3352, methods.
public struct Frontier: Model {
  public struct Options: Sendable {
    /// How many unbroken years of change a country needs, and how many of the latest count.
    public var years = 20...60
    /// The last year of the era of faster growth, or nothing for one era.
    public var lastYearOfFirstEra: Int? = 1973
    /// How many years an era needs to have a term of its own.
    public var shortestEra = 10
    /// The weight of the mean correlation in that of the shocks.
    public var shrinkage = 0.5

    public init() {}
  }

  public let name = "frontier"
  public let options: Options

  public init(_ options: Options = Options()) { self.options = options }

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    try learn(panel, for: powers)
  }

  func learn(_ panel: Panel, for powers: [Power]) throws(ModelError) -> Fit {
    let all = try Runs(panel, within: options.years)
    let rows = try Runs(panel, of: powers, within: options.years)
    let trend = try Trend(all, leader: Self.leader(of: all), options: options)
    return try Fit(rows: rows, trend: trend, gaps: Gaps(all, to: trend), options: options)
  }

  /// The row of the frontier: the United States where they are, and else the largest power.
  private static func leader(of runs: Runs) -> Int {
    let ends = runs.levels.map { $0[$0.count - 1] }
    let largest = ends.indices.max { ends[$0] < ends[$1] } ?? 0
    let isSize = runs.indicator != .outputPerHead && runs.indicator.tendency == .grows
    return isSize ? largest : runs.powers.firstIndex(of: .unitedStates) ?? largest
  }
}

extension Frontier {
  /// The frontier's own path, by least squares.
  struct Trend: Sendable {
    let power: Power
    let lastYear: Int
    let levels: [Double]
    /// *γ*, that of the last era.
    let drift: Double
    let driftError: Double
    /// *σ*.
    let deviation: Double
    let residuals: [Double]

    init(_ runs: Runs, leader: Int, options: Options) throws(ModelError) {
      power = runs.powers[leader]
      lastYear = runs.lastYears[leader]
      levels = runs.levels[leader]
      let changes = runs.changes[leader]
      guard runs.indicator.tendency == .grows else {
        (drift, driftError, residuals) = (0, 0, changes)
        let squares = changes.reduce(0) { $0 + $1 * $1 }
        deviation = (squares / Double(changes.count)).squareRoot()
        return
      }
      let last = runs.indicator == .outputPerHead ? options.lastYearOfFirstEra : nil
      let after = min(changes.count, last.map { max(0, runs.lastYears[leader] - $0) } ?? .max)
      let hasEras = min(after, changes.count - after) >= options.shortestEra
      let design = Matrix(rows: changes.count, columns: hasEras ? 2 : 1) { row, column in
        column == 0 ? 1 : row < changes.count - after ? 1 : 0
      }
      guard let fit = try? LeastSquares(design: design, response: changes) else {
        throw .degenerateRegression(runs.indicator)
      }
      drift = fit.coefficients[0]
      driftError = fit.standardErrors[0]
      deviation = fit.residualStandardDeviation
      residuals = fit.residuals
    }

    func level(in year: Int) -> Double? {
      let index = levels.count - 1 - (lastYear - year)
      return levels.indices.contains(index) ? levels[index] : nil
    }
  }

  /// How the gaps of all countries close, by least squares and by what they have in common.
  struct Gaps: Sendable {
    let powers: [Power]
    /// *φ* of each country, without a constant.
    let persistence: [Double]
    let persistenceVariances: [Double]
    /// *σ* of each country.
    let deviations: [Double]
    let residuals: [[Double]]
    let lastYears: [Int]
    let ofPersistence: NormalHierarchy
    let ofLogDeviation: NormalHierarchy
    let logVariances: [Double]

    init(_ runs: Runs, to trend: Trend) {
      let countries = runs.powers.indices.filter { runs.powers[$0] != trend.power }.compactMap {
        Country(runs.levels[$0], of: runs.powers[$0], until: runs.lastYears[$0], to: trend)
      }
      powers = countries.map(\.power)
      persistence = countries.map(\.persistence)
      persistenceVariances = countries.map(\.variance)
      deviations = countries.map(\.deviation)
      residuals = countries.map(\.residuals)
      lastYears = countries.map(\.lastYear)
      logVariances = countries.map {
        $0.deviation > 0 ? 0.5 / Double($0.residuals.count) : .infinity
      }
      ofPersistence = NormalHierarchy(persistence, variances: persistenceVariances)
      ofLogDeviation = NormalHierarchy(
        deviations.map { Double.log($0) }, variances: logVariances)
    }
  }

  private struct Country {
    let power: Power
    let lastYear: Int
    let persistence: Double
    let variance: Double
    let deviation: Double
    let residuals: [Double]

    /// Nothing where fewer than ten changes are shared with the frontier.
    init?(_ levels: [Double], of power: Power, until last: Int, to trend: Trend) {
      let first = last - levels.count + 1
      let begin = max(first, trend.lastYear - trend.levels.count + 1)
      let end = min(last, trend.lastYear)
      guard end - begin >= 10 else { return nil }
      let gaps = (begin...end).compactMap { year in
        trend.level(in: year).map { $0 - levels[year - first] }
      }
      let squares = gaps.dropLast().reduce(0) { $0 + $1 * $1 }
      let products = zip(gaps, gaps.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
      let persistence = squares > 0 ? products / squares : 1
      residuals = zip(gaps, gaps.dropFirst()).map { $1 - persistence * $0 }
      let left = residuals.reduce(0) { $0 + $1 * $1 }
      deviation = (left / Double(residuals.count)).squareRoot()
      variance = squares > 0 ? deviation * deviation / squares : .infinity
      lastYear = end
      self.power = power
      self.persistence = persistence
    }
  }
}
