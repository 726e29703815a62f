import RealModule

/// How good forecasts have been, so that no probability is shown without its record.
///
/// Both tables carry the origin, so that a forecast as of some year uses only what had resolved
/// by then.
public struct ForecastRecord: Sendable {
  /// The Brier scores of one model's forecasts from one origin, summed, beside the base rate's.
  public struct Sum: Equatable, Sendable {
    public let measure: String
    public let model: String
    public let horizon: Int
    public let origin: Int
    public let pairs: Int
    public let brier: Double
    public let baseRate: Double

    public init(
      measure: String, model: String, horizon: Int, origin: Int, pairs: Int, brier: Double,
      baseRate: Double
    ) {
      self.measure = measure
      self.model = model
      self.horizon = horizon
      self.origin = origin
      self.pairs = pairs
      self.brier = brier
      self.baseRate = baseRate
    }
  }

  /// What the gap alone said at an origin about one horizon.
  public struct Line: Equatable, Sendable {
    public let measure: String
    public let horizon: Int
    public let origin: Int
    public let line: LogitLine

    public init(measure: String, horizon: Int, origin: Int, line: LogitLine) {
      self.measure = measure
      self.horizon = horizon
      self.origin = origin
      self.line = line
    }
  }

  public let sums: [Sum]
  public let lines: [Line]

  public init(sums: [Sum], lines: [Line]) {
    self.sums = sums
    self.lines = lines
  }

  /// The horizons at which skill stands beside a forecast, in years.
  public static let skillHorizons = [10, 20, 30]
  /// The horizons for which the base rate is kept, in years.
  public static let lineHorizons = [1, 3, 5, 10, 15, 20, 25, 30, 40, 50]

  /// A model's skill against the base rate, from forecasts resolved by an origin.
  public func skill(of model: String, on measure: String, horizon: Int, by origin: Int) -> Double? {
    let resolved = sums.filter {
      $0.measure == measure && $0.model == model && $0.horizon == horizon
        && $0.origin + horizon <= origin
    }
    let base = resolved.reduce(0) { $0 + $1.baseRate }
    return base > 0 ? 1 - resolved.reduce(0) { $0 + $1.brier } / base : nil
  }

  /// The base rate's probability that a gap is closed within some years.
  ///
  /// Between the horizons kept, the logit is a line in the logarithm of the years.
  public func baseRate(on measure: String, gap: Double, within years: Int, at origin: Int)
    -> Double?
  {
    let known = lines.filter { $0.measure == measure && $0.origin <= origin }
    guard let latest = known.map(\.origin).max() else { return nil }
    let points = known.filter { $0.origin == latest }.sorted { $0.horizon < $1.horizon }
      .map { (years: Double.log(Double($0.horizon)), logit: $0.line.logOdds(at: gap)) }
    guard let first = points.first, let last = points.last else { return nil }
    let time = Double.log(Double(years))
    guard time <= last.years else { return nil }
    let after = points.first { $0.years >= time } ?? last
    let before = points.last { $0.years <= time } ?? first
    let weight =
      after.years > before.years ? (time - before.years) / (after.years - before.years) : 0
    return 1 / (1 + .exp(-(before.logit + weight * (after.logit - before.logit))))
  }
}
