import Datasets
import Panels

/// Gathers the figures of a delivery, and what was odd about the files.
struct FigureCollector {
  let source: Source
  private let states: EntityTable
  private let known: Set<String>
  private var values: [FigurePlace: Double] = [:]
  private var gaps: [FigurePlace: Delivery.Gap.Reason] = [:]
  private var strangers: [String: Int] = [:]
  private(set) var findings: [Finding] = []

  init(_ source: Source) {
    self.source = source
    states = .builtIn
    known = Set(states.entities.map(\.power.code))
  }

  /// Whether a code is that of a state.
  func knows(_ code: String) -> Bool { known.contains(code) }

  /// Adds a figure.
  ///
  /// - Throws: The finding that the year cannot be one, or that another value stands there.
  mutating func add(
    _ value: Double, _ series: String, of code: String, in year: Int
  ) throws(Finding) {
    guard (1...2200).contains(year) else {
      throw Finding(
        .year, .refused, source: source.name, power: Power(code), series: series,
        found: "the year \(year)", expected: "one from 1 to 2200")
    }
    let place = FigurePlace(code: code, series: series, year: year)
    guard let other = values.updateValue(value, forKey: place), other != value else { return }
    throw Finding(
      .duplicate, .refused, source: source.name, power: Power(code), series: series, year: year,
      found: "\(other) and \(value)", expected: "one figure")
  }

  /// Adds to the figure that is there.
  mutating func addUp(_ value: Double, _ series: String, of code: String, in year: Int) {
    values[FigurePlace(code: code, series: series, year: year), default: 0] += value
  }

  /// Notes that the publisher says there is no figure.
  mutating func add(
    gap reason: Delivery.Gap.Reason, _ series: String, of code: String, in year: Int
  ) {
    gaps[FigurePlace(code: code, series: series, year: year)] = reason
  }

  /// Passes over a figure of a country that is not in the list of states.
  mutating func pass(_ country: String) { strangers[country, default: 0] += 1 }

  mutating func note(_ finding: Finding) { findings.append(finding) }

  /// The finding that a file is not what it should be.
  func refusal(_ check: Finding.Check, series: String? = nil, found: String, expected: String)
    -> Finding
  {
    Finding(check, .refused, source: source.name, series: series, found: found, expected: expected)
  }

  /// A number that must be one.
  func number(
    _ cell: Cell, _ series: String, of code: String, in year: Int
  ) throws(Finding) -> Double {
    guard let value = cell.number else {
      throw Finding(
        .number, .refused, source: source.name, power: Power(code), series: series, year: year,
        found: "“\(cell.text)”", expected: "a number")
    }
    return value
  }

  /// All that was gathered.
  ///
  /// - Throws: The finding that it is nothing.
  func delivery(edition: String) throws(Finding) -> Delivery {
    guard !values.isEmpty else {
      throw refusal(.empty, found: "files without a figure", expected: "figures of states")
    }
    let figures = values.map { place, value in
      Figure(power: Power(place.code), year: place.year, series: place.series, value: value)
    }
    let gaps = gaps.map { place, reason in
      Delivery.Gap(
        power: Power(place.code), year: place.year, series: place.series, reason: reason)
    }
    let unknown = strangers.sorted { $0.key < $1.key }.map { name, count in
      Finding(
        .country, .noted, source: source.name,
        found: "“\(name)” with \(count) \(count == 1 ? "figure" : "figures")",
        expected: "the name or code of a known state; it is passed over")
    }
    return Delivery(
      source: source, edition: edition, figures: figures, gaps: gaps,
      findings: findings + unknown)
  }
}
