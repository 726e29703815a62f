import Datasets
import Panels
import RealModule

/// Whether a delivery can be true, given what the source said before.
struct Plausibility {
  let delivery: Delivery
  /// The table in use; nothing where the source is new.
  let table: SourceTable?
  let limits: RevisionLimits

  /// One finding a series of a country, the first that applies.
  func findings() -> [Finding] {
    let older = Self.courses(table?.figures ?? [])
    let newer = Self.courses(delivery.figures)
    let rules = Dictionary(uniqueKeysWithValues: delivery.source.series.map { ($0.name, $0) })
    var findings = vanishedSeries(older, newer)
    let withheld = Set(findings.filter { $0.consequence == .withheld }.map(\.series))
    for series in delivery.series where !withheld.contains(series) {
      guard let rule = rules[series] else { continue }
      let (before, after) = (older[series] ?? [:], newer[series] ?? [:])
      for power in Set(before.keys).union(after.keys).sorted() {
        let finding =
          after[power].map { doubt(rule, power, before[power] ?? [:], $0) }
          ?? vanished(rule, power, before[power] ?? [:])
        if let finding { findings.append(finding) }
      }
    }
    return findings
  }

  /// Figures by year, by power, by series.
  private static func courses(_ figures: [Figure]) -> [String: [Power: [Int: Double]]] {
    figures.reduce(into: [:]) { courses, figure in
      courses[figure.series, default: [:]][figure.power, default: [:]][figure.year] = figure.value
    }
  }

  /// Series that lost more than half of their countries, or their last year.
  ///
  /// The first refuse the delivery, the second stay as they were.
  private func vanishedSeries(
    _ older: [String: [Power: [Int: Double]]], _ newer: [String: [Power: [Int: Double]]]
  ) -> [Finding] {
    delivery.series.compactMap { series in
      let before = older[series] ?? [:]
      let after = newer[series] ?? [:]
      if after.count * 2 < before.count {
        return Finding(
          .vanishedSeries, .refused, source: delivery.source.name, series: series,
          found: "figures of \(after.count) countries",
          expected: "about \(before.count), as before")
      }
      guard let last = Self.lastYear(before), let now = Self.lastYear(after), now < last else {
        return nil
      }
      return Finding(
        .vanishedYears, .withheld, source: delivery.source.name, series: series, year: last,
        found: "figures to \(now)", expected: "figures to \(last), as before")
    }
  }

  private static func lastYear(_ courses: [Power: [Int: Double]]) -> Int? {
    courses.values.compactMap { $0.keys.max() }.max()
  }

  /// A country's series that ends earlier than it did, or of which more than half is gone.
  private func vanishedYears(
    _ rule: SeriesRule, _ power: Power, _ before: [Int: Double], _ after: [Int: Double]
  ) -> Finding? {
    guard let last = before.keys.max(), let now = after.keys.max() else { return nil }
    let lost = before.keys.filter { after[$0] == nil }
    guard now < last || lost.count * 2 > before.count else { return nil }
    return finding(
      .vanishedYears, rule, power, last, "\(after.count) figures to \(now)",
      expected: "the \(before.count) to \(last), as before")
  }

  private func vanished(
    _ rule: SeriesRule, _ power: Power, _ before: [Int: Double]
  ) -> Finding? {
    Finding(
      .vanishedCountry, .withheld, source: delivery.source.name, power: power, series: rule.name,
      found: "no figure", expected: "\(before.count) figures, as before")
  }

  private func doubt(
    _ rule: SeriesRule, _ power: Power, _ before: [Int: Double], _ after: [Int: Double]
  ) -> Finding? {
    let years = after.keys.sorted()
    for year in years {
      guard let value = after[year] else { continue }
      if value == 0, !rule.isRate, isNew(zeroIn: year, before) {
        return finding(
          .zero, rule, power, year, "0", expected: "a figure, or none where it is not known")
      }
      if !rule.bounds.contain(value) {
        return finding(.range, rule, power, year, "\(value)", expected: rule.bounds.words)
      }
    }
    if let finding = vanishedYears(rule, power, before, after) { return finding }
    let moves = years.compactMap { year -> (year: Int, size: Double)? in
      guard let value = after[year], let older = before[year] else { return nil }
      return (year, RevisionLimits.move(from: older, to: value, asRate: rule.isRate))
    }
    guard let worst = moves.max(by: { $0.size < $1.size }), worst.size > limits.limit(of: rule),
      let value = after[worst.year], let older = before[worst.year]
    else { return nil }
    return finding(
      .revision, rule, power, worst.year, "\(value) where \(older) stood",
      expected: rule.isRate
        ? "a change of at most \(limits.limit(of: rule)) points"
        : "a change by at most a factor of \(hundredths(.exp(limits.limit(of: rule))))")
  }

  /// A zero is new unless the year, or the last known year before it, was zero already.
  private func isNew(zeroIn year: Int, _ before: [Int: Double]) -> Bool {
    if let value = before[year] { return value != 0 }
    guard let last = before.keys.filter({ $0 < year }).max() else { return table != nil }
    return before[last] != 0
  }

  private func finding(
    _ check: Finding.Check, _ rule: SeriesRule, _ power: Power, _ year: Int, _ found: String,
    expected: String
  ) -> Finding {
    Finding(
      check, .withheld, source: delivery.source.name, power: power, series: rule.name, year: year,
      found: found, expected: expected)
  }

  private func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
