import Models
public import Panels

/// Forecasts made at many past origins with nothing later than each, and what came.
///
/// Final-vintage figures make it pseudo-out-of-sample: what was published at an origin may have
/// differed.
public struct Backtest: Sendable {
  public struct Options: Sendable {
    public var measure = Measure.outputPPP
    public var origins = Array(stride(from: 1900, through: 2016, by: 2))
    /// In years, ascending.
    public var horizons = [5, 10, 20, 30]
    /// How many of the largest powers make the universe of an origin.
    public var top = 40
    /// How many times larger than the challenger an incumbent may be.
    public var maxRatio = 5.0
    /// How many unbroken years up to the origin a power needs.
    public var minHistory = 20
    public var models: [any BacktestModel] = []
    public var futures = 2000
    public var seed: UInt64 = 1

    public init() {}

    /// Those of the record of a measure, without models.
    public init(recordOf measure: Measure) {
      self.measure = measure
      origins = measure.recordedOrigins
      minHistory = measure.recordedHistory
    }
  }

  public let data: DataSet
  public let options: Options

  /// - Throws: `measureWithoutData` where the measure cannot be computed, `originBeforeData` and
  ///   `originAfterData` where an origin lies outside the data.
  public init(_ data: DataSet, options: Options) throws(ForecastError) {
    var options = options
    // Weights that figures give are learned once, from what the first origin knew.
    options.measure = options.measure.resolved(in: data, knownBy: options.origins.min())
    if let missing = options.measure.missing(from: data).first {
      throw .measureWithoutData(options.measure.name, missing: missing.name)
    }
    let panels = options.measure.formula.indicators.compactMap { data[$0] }
    let first = panels.map(\.years.lowerBound).max() ?? 0
    let last = panels.compactMap(\.lastYear).min() ?? 0
    for origin in options.origins {
      if origin > last { throw .originAfterData(origin, last: last) }
      if origin < first { throw .originBeforeData(origin, first: first) }
    }
    self.data = data
    self.options = options
  }

  /// Runs all models at all origins.
  ///
  /// - Parameter kept: Where finished origins are kept; those found there are not run again.
  /// - Returns: Every forecast beside what came, by origin.
  /// - Throws: A model that cannot be fitted at an origin, or a part that cannot be kept.
  public func run(keeping kept: (any BacktestParts)? = nil) async throws -> BacktestResult {
    let record = MeasureRecord(options.measure, data: data)
    let gaps = GapRecord(record, options: options)
    let parts = try await withThrowingTaskGroup(of: (Int, BacktestResult).self) { group in
      var parts: [Int: BacktestResult] = [:]
      // Later origins take longest: they go first.
      var waiting = options.origins.sorted(by: >).makeIterator()
      func next() {
        guard let origin = waiting.next() else { return }
        group.addTask {
          if let part = kept?.part(at: origin) { return (origin, part) }
          let part = try result(at: origin, record, gaps)
          try kept?.keep(part, at: origin)
          return (origin, part)
        }
      }
      for _ in 0..<4 { next() }
      while let (origin, part) = try await group.next() {
        parts[origin] = part
        next()
      }
      return parts
    }
    return options.origins.sorted().compactMap { parts[$0] }.reduce(into: BacktestResult()) {
      $0.append($1)
    }
  }

  /// A finished backtest with the stack's forecasts among the others.
  ///
  /// - Parameter result: What all models said.
  /// - Returns: The result unchanged where a member of the stack did not run.
  public func stacked(_ result: BacktestResult) -> BacktestResult {
    let gaps = GapRecord(MeasureRecord(options.measure, data: data), options: options)
    return gaps.firstOrigin.map { result.stacked(since: $0) } ?? result
  }

  private func result(
    at origin: Int, _ record: MeasureRecord, _ gaps: GapRecord
  ) throws -> BacktestResult {
    let universe = Universe(
      record, origin: origin, top: options.top, maxRatio: options.maxRatio,
      minHistory: options.minHistory)
    guard !universe.pairs.isEmpty else { return BacktestResult() }
    let question = BacktestQuestion(
      measure: options.measure, data: data.known(by: origin), record: record, gaps: gaps,
      universe: universe, options: options)
    var answers: [(name: String, answer: BacktestAnswer)] = []
    for model in options.models { answers.append((model.name, try model.answer(question))) }
    // A measure that can be nothing, such as a surplus, has no growth where it is: such powers are
    // left out of the levels of all models, so that all are scored on the same.
    let growing = universe.powers.indices.filter { power in
      answers.allSatisfy { $0.answer.hasGrowth(of: power) }
    }
    return answers.reduce(into: BacktestResult()) { result, one in
      result.append(
        one.answer, to: question, from: one.name, levelsOf: growing, record: record)
    }
  }
}
