public import Forecasting
public import Panels
import RealModule

/// How much harder a state arms between two years: what it spends beyond its growth.
///
///     effort = Δ ln (military spending) − Δ ln (GDP)
///
/// Where both are at the same prices this is the change of the logarithm of the burden.
public struct EffortChange: Sendable {
  /// A quantity at both ends.
  public struct Ends: Equatable, Sendable {
    public let first: Double
    public let last: Double
  }

  public let power: Power
  public let years: ClosedRange<Int>
  /// In logarithms over the whole period, or why it is not known.
  public let effort: Result<Double, Unavailable>
  /// Military spending over GDP, fractions.
  public let burden: Ends?
  /// Military personnel over population, fractions, or why they are not known.
  public let mobilisation: Result<Ends, Unavailable>
  /// Mean change of the logarithm of GDP at purchasing-power parity a year.
  public let growth: Double?
  /// The same of military spending at purchasing-power parity.
  public let spendingGrowth: Double?
}

/// Military effort of all states, from which changes over any period are taken.
public struct EffortRecord: Sendable {
  private let spending: MeasureRecord
  private let output: MeasureRecord
  private let spendingPPP: MeasureRecord
  private let outputPPP: MeasureRecord
  private let personnel: MeasureRecord
  private let population: MeasureRecord

  /// Looks up spending and output, at the same prices, and what they are at purchasing power.
  public init(
    _ data: DataSet, spending: Measure = .spendingMER, output: Measure = .outputMER
  ) {
    func record(_ measure: Measure) -> MeasureRecord {
      MeasureRecord(measure.resolved(in: data), data: data)
    }
    self.spending = record(spending)
    self.output = record(output)
    spendingPPP = record(.spendingPPP)
    outputPPP = record(.outputPPP)
    personnel = record(Measure(.militaryPersonnel))
    population = record(Measure(.population))
  }

  /// The years in which any state's military spending is known.
  public var coverage: ClosedRange<Int>? { spending.coverage() }

  /// The largest spenders in a year.
  public func largest(_ count: Int, in year: Int) -> [Power] {
    spending.largest(count, in: year)
  }

  /// What a state did between two years.
  public func change(of power: Power, over years: ClosedRange<Int>) -> EffortChange {
    let burden = ends(years) { year in
      spending[power, year].flatMap { value in output[power, year].map { value / $0 } }
    }
    let effort: Result<Double, Unavailable> =
      burden.map { .success(.log($0.last / $0.first)) }
      ?? .failure(reason(power, years, spending))
    let mobilised = ends(years) { year in
      personnel[power, year].flatMap { men in population[power, year].map { 1000 * men / $0 } }
    }
    return EffortChange(
      power: power, years: years, effort: effort, burden: burden,
      mobilisation: mobilised.map { .success($0) }
        ?? .failure(reason(power, years, personnel)),
      growth: growth(ends(years) { outputPPP[power, $0] }, years),
      spendingGrowth: growth(ends(years) { spendingPPP[power, $0] }, years))
  }

  private func ends(
    _ years: ClosedRange<Int>, _ value: (Int) -> Double?
  ) -> EffortChange.Ends? {
    guard let first = value(years.lowerBound), let last = value(years.upperBound) else {
      return nil
    }
    return EffortChange.Ends(first: first, last: last)
  }

  private func growth(_ ends: EffortChange.Ends?, _ years: ClosedRange<Int>) -> Double? {
    ends.map { .log($0.last / $0.first) / Double(years.count - 1) }
  }

  private func reason(
    _ power: Power, _ years: ClosedRange<Int>, _ record: MeasureRecord
  ) -> Unavailable {
    guard let known = record.coverage(of: [power]) else { return .missing([power]) }
    if years.upperBound > known.upperBound { return .sourceEnds(known.upperBound) }
    if years.lowerBound < known.lowerBound { return .sourceBegins(known.lowerBound) }
    return .missing([power])
  }
}
