public import Forecasting
public import Panels
import RealModule

/// The threats to any state in any year, after Walt: power, proximity, offense and intentions.
///
///     T = A^w₁ · L^w₂ · O^w₃ · (1 + n)^w₄ · exp (w₅ |θ − θ′|)
///
/// *A* is a power's share of all power, *L* what remains of it at the distance, *O* its share of
/// military spending carried on by its growth, *n* the years in ten with a new dispute, *θ* the
/// ideal points in votes. A part that is unknown for every power in a year is left out of all.
///
/// **Source.** Walt, *The Origins of Alliances* (1987); the product is ours.
public struct ThreatField: Sendable {
  /// What may be chosen.
  public struct Options: Sendable {
    public var weights = ThreatWeights()
    public var gradient = LossOfStrength.exponential(kilometres: 3000)
    /// Whether a source that ends earlier stands for later years with its last.
    public var carries = false

    public init() {}
  }

  /// How many years growth and disputes look back.
  static let growthYears = 5
  static let disputeYears = 10
  /// So many of these years must be covered.
  static let leastDisputeYears = 5

  public let measure: Measure
  public let spending: Measure
  public let relations: Relations
  public let options: Options
  public let coverage: ClosedRange<Int>
  let record: MeasureRecord
  let spendingRecord: MeasureRecord
  private let spendingCoverage: ClosedRange<Int>?
  private let lastSeatYear: Int
  private let totals: [Double]
  private let spendingTotals: [Double]

  /// Sums the powers of all states in all years.
  ///
  /// - Parameters:
  ///   - measure: Of aggregate power.
  ///   - spending: Of military spending.
  ///   - data: What is known of states.
  ///   - relations: What is known of pairs.
  ///   - options: Weights and the gradient.
  /// - Throws: `withoutFigure` where the measure has none at all.
  public init(
    _ measure: Measure, spending: Measure, data: DataSet, relations: Relations,
    options: Options = Options()
  ) throws(BalancingError) {
    record = MeasureRecord(measure.resolved(in: data), data: data)
    spendingRecord = MeasureRecord(spending.resolved(in: data), data: data)
    guard let coverage = record.coverage() else {
      throw .withoutFigure(measure: measure.name, year: 0, .tooFewMembers(0))
    }
    self.measure = measure
    self.spending = spending
    self.relations = relations
    self.options = options
    self.coverage = coverage
    spendingCoverage = spendingRecord.coverage()
    lastSeatYear =
      relations.capitals.seats.values.flatMap { $0.map(\.years.upperBound) }.max() ?? .max
    totals = Self.totals(record)
    spendingTotals = Self.totals(spendingRecord)
  }

  private static func totals(_ record: MeasureRecord) -> [Double] {
    record.years.map { year in
      record.powers.reduce(0) { sum, power in sum + (record[power, year] ?? 0) }
    }
  }

  /// A power's share of the power of all states.
  func share(of power: Power, in year: Int) -> Double? {
    record[power, year].map { $0 / totals[year - record.years.lowerBound] }
  }

  /// The states with a figure in a year, in the order of their codes.
  public func states(in year: Int) -> [Power] {
    record.powers.filter { record[$0, year] != nil }
  }

  /// The threats to a state, the gravest first; those of unknown level last.
  ///
  /// - Throws: Why the year has none.
  public func threats(
    to state: Power, in year: Int, from others: [Power]? = nil
  ) throws(Unavailable) -> [Threat] {
    if year < coverage.lowerBound { throw .sourceBegins(coverage.lowerBound) }
    if year > coverage.upperBound { throw .sourceEnds(coverage.upperBound) }
    let powers = (others ?? states(in: year)).filter { $0 != state }
    let parts = powers.compactMap { self.parts(of: $0, to: state, in: year) }
    let known = ThreatWeights.Part.allCases.filter { part in
      options.weights[part] > 0 && parts.contains { $0.logarithm(of: part) != nil }
    }
    let threats = parts.map { $0.rated(by: known, options.weights) }
    return threats.sorted { left, right in
      (left.level ?? -1, right.power) > (right.level ?? -1, left.power)
    }
  }

  /// All parts of one threat, unrated; nothing where the power has no figure.
  func parts(of power: Power, to state: Power, in year: Int) -> Threat? {
    guard let share = share(of: power, in: year) else { return nil }
    let distance = relations.capitals.distance(
      power, state, in: options.carries ? min(year, lastSeatYear) : year)
    let pair = PowerPair(power, state)
    let contiguity = covered(year, by: relations.contiguity.coverage).map {
      relations.contiguity.kind(pair, in: $0) ?? 0
    }
    let effective = contiguity == 1 ? 0 : distance
    let now = spendingYear(year)
    let spending = now.flatMap { spendingShare(of: power, in: $0) }
    let before = now.flatMap { spendingShare(of: power, in: $0 - Self.growthYears) }
    return Threat(
      power: power, share: share, distance: distance, contiguity: contiguity,
      proximity: effective.map { options.gradient.remaining(at: $0, of: share, in: year) },
      spendingShare: spending,
      spendingGrowth: spending.flatMap { now in before.map { .log(now / $0) } },
      disputes: disputes(pair, in: year),
      idealDistance: covered(year, by: relations.idealPoints.coverage).flatMap {
        relations.idealPoints.distance(power, state, in: $0)
      }, level: nil)
  }

  /// The year itself where a source covers it, or its last where that is carried.
  func covered(_ year: Int, by coverage: ClosedRange<Int>?) -> Int? {
    guard let coverage, year >= coverage.lowerBound else { return nil }
    if year <= coverage.upperBound { return year }
    return options.carries ? coverage.upperBound : nil
  }

  private func spendingYear(_ year: Int) -> Int? { covered(year, by: spendingCoverage) }

  private func spendingShare(of power: Power, in year: Int) -> Double? {
    spendingRecord[power, year].map {
      $0 / spendingTotals[year - spendingRecord.years.lowerBound]
    }
  }

  /// The years with a new dispute among the last ten, in proportion where only half are covered.
  private func disputes(_ pair: PowerPair, in year: Int) -> Double? {
    guard let coverage = relations.disputes.coverage else { return nil }
    let end = options.carries ? min(year, coverage.upperBound) : year
    let window = end - Self.disputeYears + 1...end
    guard window.overlaps(coverage) else { return nil }
    let covered = window.clamped(to: coverage)
    guard covered.count >= Self.leastDisputeYears else { return nil }
    let count = relations.disputes.count(pair, in: covered)
    return Double(count) * Double(Self.disputeYears) / Double(covered.count)
  }
}
