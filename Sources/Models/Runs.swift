public import Panels

/// The unbroken runs of a panel's powers up to its end, on the indicator's scale.
public struct Runs: Sendable {
  public let indicator: Indicator
  public let powers: [Power]
  public let lastYears: [Int]
  /// Levels in logarithms or logits, one run a power.
  public let levels: [[Double]]

  /// How many years before the panel's last year a run may end and still be current.
  public static let staleAfter = 5

  /// What of a series a run may hold.
  public enum Content: Sendable {
    /// Every value: growth rates survive a splice.
    case changes
    /// Observed values only, where they are enough: levels do not survive a splice.
    case levels
  }

  /// Collects the current runs of a panel.
  ///
  /// - Parameters:
  ///   - panel: What was known at the origin.
  ///   - content: What the runs are learned for.
  ///   - powers: The powers wanted, or nothing for all.
  ///   - least: How many changes a run needs.
  ///   - most: How many of the latest changes are kept.
  /// - Throws: `tooFewYears` where no power has a run.
  public init(
    _ panel: Panel, for content: Content = .changes, of powers: [Power]? = nil,
    atLeast least: Int, atMost most: Int
  ) throws(ModelError) {
    let end = panel.lastYear ?? panel.years.lowerBound
    var found: [(Power, Int, [Double])] = []
    for power in powers ?? panel.powers {
      guard let series = panel.series(of: power), let coverage = series.coverage,
        coverage.upperBound + Self.staleAfter >= end
      else { continue }
      var run = Self.run(of: series, until: coverage.upperBound, on: panel.indicator.scale, most)
      if content == .levels {
        let observed = Self.observed(panel, power, until: coverage.upperBound, atMost: run.count)
        if observed > least { run = Array(run.suffix(observed)) }
      }
      if run.count > least { found.append((power, coverage.upperBound, run)) }
    }
    guard !found.isEmpty else { throw .tooFewYears(panel.indicator, need: least) }
    indicator = panel.indicator
    self.powers = found.map(\.0)
    lastYears = found.map(\.1)
    levels = found.map(\.2)
  }

  /// The changes from year to year, one run a power.
  public var changes: [[Double]] {
    levels.map { run in zip(run.dropFirst(), run).map { $0 - $1 } }
  }

  /// Collects the current runs of a panel for a model that wants so many years of change; of a
  /// panel that begins later, all that there can be and ten at least.
  ///
  /// - Throws: `tooFewYears` where no power has a run.
  init(_ panel: Panel, of powers: [Power]? = nil, within wanted: ClosedRange<Int>)
    throws(ModelError)
  {
    try self.init(
      panel, of: powers, atLeast: Self.asked(of: panel, wanted: wanted.lowerBound),
      atMost: wanted.upperBound)
  }

  /// How many changes of those wanted a panel can be asked for.
  static func asked(of panel: Panel, wanted: Int) -> Int {
    max(10, min(wanted, (panel.lastYear ?? panel.years.lowerBound) - panel.years.lowerBound))
  }

  /// The level of one of the runs in a year, or nothing.
  func level(ofRow row: Int, in year: Int) -> Double? {
    let index = levels[row].count - 1 - (lastYears[row] - year)
    return levels[row].indices.contains(index) ? levels[row][index] : nil
  }

  /// How many years up to the last are observed without a break.
  private static func observed(
    _ panel: Panel, _ power: Power, until last: Int, atMost most: Int
  ) -> Int {
    (0..<most).first {
      panel.provenance(of: power, in: last - $0)?.status != .observed
    } ?? most
  }

  private static func run(
    of series: Series, until last: Int, on scale: Indicator.Scale, _ most: Int
  ) -> [Double] {
    var run: [Double] = []
    var year = last
    while run.count <= most, let level = series[year], let value = scale.transform(level) {
      run.append(value)
      year -= 1
    }
    return run.reversed()
  }
}
