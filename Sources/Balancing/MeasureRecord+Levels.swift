public import Forecasting
public import Panels

extension MeasureRecord {
  /// The years from the first figure of some powers to the last; of all powers where none is named.
  public func coverage(of some: [Power] = []) -> ClosedRange<Int>? {
    let powers = some.isEmpty ? powers : some
    func isKnown(_ year: Int) -> Bool { powers.contains { self[$0, year] != nil } }
    guard let first = years.first(where: isKnown), let last = years.last(where: isKnown) else {
      return nil
    }
    return first...last
  }

  /// The levels of all members of a set in a year.
  ///
  /// - Throws: Why there is none, where a member has no figure.
  public func levels(
    of members: [Power], in year: Int, coverage: ClosedRange<Int>?
  ) throws(Unavailable) -> [Double] {
    if let coverage {
      if year < coverage.lowerBound { throw .sourceBegins(coverage.lowerBound) }
      if year > coverage.upperBound { throw .sourceEnds(coverage.upperBound) }
    }
    guard members.count > 1 else { throw .tooFewMembers(members.count) }
    let missing = members.filter { self[$0, year] == nil }
    guard missing.isEmpty else { throw .missing(missing) }
    return members.compactMap { self[$0, year] }
  }

  /// The largest powers in a year, largest first.
  public func largest(_ count: Int, in year: Int) -> [Power] {
    let sizes = powers.compactMap { power in self[power, year].map { (power, $0) } }
    return sizes.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(count).map(\.0)
  }
}
