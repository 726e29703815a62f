/// One series of one source: a row a state, a column a year.
///
/// **Shape.** `values[entity * years.count + year - years.lowerBound]`, NaN where missing.
struct Sheet: Sendable {
  let years: ClosedRange<Int>
  fileprivate(set) var values: [Double]

  /// The value, or NaN where it is missing or the year lies outside.
  @inline(__always)
  subscript(entity: Int, year: Int) -> Double {
    guard years.contains(year) else { return .nan }
    return values[entity * years.count + year - years.lowerBound]
  }

  /// The years in which a state has a value, in order.
  func years(of entity: Int) -> [Int] { years.filter { !self[entity, $0].isNaN } }

  /// Sets the values of one state and series.
  fileprivate mutating func set(
    _ keys: ArraySlice<TidyTable.Key>, _ figures: ArraySlice<Double>, of entity: Int
  ) {
    let start = entity * years.count - years.lowerBound
    for (key, figure) in zip(keys, figures) { values[start + key.year] = figure }
  }

  func covers(_ entity: Int) -> Bool { years.contains { !self[entity, $0].isNaN } }
}

extension TidyTable {
  /// The table's series as sheets, by name; a series without a figure has none.
  func sheets(of entities: EntityTable) -> [String: Sheet] {
    var bounds = [(first: Int, last: Int)](repeating: (.max, .min), count: rules.count)
    for key in keys {
      bounds[key.series].first = min(bounds[key.series].first, key.year)
      bounds[key.series].last = max(bounds[key.series].last, key.year)
    }
    let count = entities.entities.count
    var sheets = bounds.map { bound in
      let years = bound.first <= bound.last ? bound.first...bound.last : 1...1
      return Sheet(years: years, values: [Double](repeating: .nan, count: count * years.count))
    }
    var row = 0
    while row < keys.count {
      let first = keys[row]
      guard let place = entities.places[first.code] else { preconditionFailure("unchecked code") }
      let end = keys[row...].firstIndex { !$0.isBeside(first) } ?? keys.count
      sheets[first.series].set(keys[row..<end], values[row..<end], of: place)
      row = end
    }
    var named: [String: Sheet] = [:]
    for (index, rule) in rules.enumerated() where bounds[index].first <= bounds[index].last {
      named[rule.name] = sheets[index]
    }
    return named
  }
}
