/// How good forecasts have been, so that no probability is shown without its record.
///
/// All tables carry the origin, so that a forecast as of some year uses only what had resolved
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

  /// What the stack of a measure is made of at an origin.
  public struct Weights: Equatable, Sendable {
    public let measure: String
    public let origin: Int
    public let weights: StackWeights

    public init(measure: String, origin: Int, weights: StackWeights) {
      self.measure = measure
      self.origin = origin
      self.weights = weights
    }
  }

  public let sums: [Sum]
  public let lines: [Line]
  public let weights: [Weights]
  public let bins: [Bin]

  public init(
    sums: [Sum], lines: [Line], weights: [Weights] = [], bins: [Bin] = []
  ) {
    self.sums = sums
    self.lines = lines
    self.weights = weights
    self.bins = bins
  }

  /// The horizons at which skill stands beside a forecast, in years.
  public static let skillHorizons = [10, 20, 30]
  /// The horizons for which the base rate is kept, in years.
  public static let lineHorizons = [1, 3, 5, 10, 15, 20, 25, 30, 40, 50]

  /// A model's skill against the base rate, from forecasts resolved by an origin.
  public func skill(of model: String, on measure: String, horizon: Int, by origin: Int) -> Double? {
    var (own, base) = (0.0, 0.0)
    // By place and numbers first: tens of thousands are passed over without touching their names.
    for index in sums.indices
    where sums[index].horizon == horizon && sums[index].origin + horizon <= origin
      && sums[index].measure == measure && sums[index].model == model
    {
      own += sums[index].brier
      base += sums[index].baseRate
    }
    return base > 0 ? 1 - own / base : nil
  }

  /// What the gap alone said at the latest origin kept that is not after an origin.
  func baseRates(on measure: String, at origin: Int) -> BaseRateCourse? {
    let known = lines.filter { $0.measure == measure && $0.origin <= origin }
    guard let latest = known.map(\.origin).max() else { return nil }
    return BaseRateCourse(
      known.filter { $0.origin == latest }.map { ($0.horizon, $0.line) })
  }

  /// The base rate's probability that a gap is closed within some years, which never falls with them.
  public func baseRate(
    on measure: String, gap: Double, within years: Int, at origin: Int
  ) -> Double? {
    let course = baseRates(on: measure, at: origin)?.probabilities(at: gap, years: years)
    return course?.count == years ? course?.last : nil
  }

  /// The stack's weights at the latest origin kept that is not after an origin.
  public func stackWeights(on measure: String, at origin: Int) -> StackWeights? {
    weights.filter { $0.measure == measure && $0.origin <= origin }
      .max { $0.origin < $1.origin }?.weights
  }
}
