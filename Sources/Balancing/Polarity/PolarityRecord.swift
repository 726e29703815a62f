public import Forecasting
public import Panels

/// The shares of a set of powers on one measure, year by year.
public struct PolarityRecord: Sendable {
  /// One year: its shares, or why it has none.
  public struct Entry: Sendable {
    public let year: Int
    public let shares: Result<PowerShares, Unavailable>

    public var known: PowerShares? { try? shares.get() }
  }

  public let measure: Measure
  public let set: PowerSet
  /// In order, without a gap.
  public let entries: [Entry]

  /// Computes the shares of every year asked for, or of every year that the measure covers.
  ///
  /// - Throws: `onePower` where the set is one power.
  public init(
    _ measure: Measure, of set: PowerSet, in data: DataSet, years: ClosedRange<Int>? = nil
  ) throws(BalancingError) {
    if case .fixed(let powers) = set, powers.count < 2 { throw .onePower(set.name) }
    let record = MeasureRecord(measure.resolved(in: data), data: data)
    let coverage = record.coverage()
    self.measure = measure
    self.set = set
    guard let span = years ?? coverage else {
      entries = []
      return
    }
    entries = span.map { year in
      let members = set.members(in: year)
      return Entry(
        year: year,
        shares: Result { () throws(Unavailable) in
          PowerShares(
            members, levels: try record.levels(of: members, in: year, coverage: coverage))
        })
    }
  }

  /// The years that have shares.
  public var known: [(year: Int, shares: PowerShares)] {
    entries.compactMap { entry in entry.known.map { (entry.year, $0) } }
  }

  public func shares(in year: Int) -> PowerShares? {
    entries.first { $0.year == year }?.known
  }
}
