extension Panel {
  /// The years from the first value of any power to the last one.
  public var coverage: ClosedRange<Int>? {
    let covered = powers.compactMap { series(of: $0)?.coverage }
    guard let first = covered.map(\.lowerBound).min(), let last = covered.map(\.upperBound).max()
    else { return nil }
    return first...last
  }

  /// Where its values come from, without those that no value has, in the order of registration.
  public var origins: [Provenance] {
    var isUsed = [Bool](repeating: false, count: provenances.count)
    for (value, cell) in zip(values, cells) where !value.isNaN { isUsed[Int(cell)] = true }
    return zip(provenances, isUsed).filter(\.1).map(\.0)
  }

  /// The sources of its values, each once.
  public var sources: [String] {
    origins.map(\.source).reduce(into: []) { all, source in
      if !all.contains(source) { all.append(source) }
    }
  }

  /// How many values there are.
  public var count: Int { values.count { !$0.isNaN } }
}
