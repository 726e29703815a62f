public import Balancing
public import Charts
import RealModule

/// How states have stood towards what threatened them, and what moved them.
public struct AlignmentChart: Sendable {
  private let record: AlignmentRecord
  private let model: AlignmentModel
  private let tests: [BandwagonTest]

  /// Fails where the record is empty or pacts were never formed.
  ///
  /// - Parameters:
  ///   - record: All state-years.
  ///   - model: Fitted without a ridge.
  public init?(_ record: AlignmentRecord, _ model: AlignmentModel) {
    let tests = Alignment.allCases.compactMap { alignment in
      model.fit(alignment, .forming).map { BandwagonTest($0) }
    }
    guard !record.observations.isEmpty, !tests.isEmpty else { return nil }
    self.record = record
    self.model = model
    self.tests = tests
  }

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "How many states have a defence pact with the major power that threatens them "
        + "most, or with a rival of it; and what goes with forming one",
      description: description,
      footer: [
        "Odds ratios of forming a pact within a year, for one standard deviation more; lines hold "
          + "90 %, clustered by state. The sides are our construction, and no cause is shown.",
        "Sources: ATOP 5 (alliances, to \(record.lastYear)), Correlates of War, UN voting data.",
      ],
      legend: Alignment.allCases.map { .init(.line(Self.hue($0)), Self.words($0)) },
      facets: Facets([shares, odds], sharing: .none, height: 300, leastColumn: 300))
  }

  private static func hue(_ alignment: Alignment) -> Hue {
    switch alignment {
    case .bandwagon: .vermilion
    case .balance: .blue
    }
  }

  private static func words(_ alignment: Alignment) -> String {
    switch alignment {
    case .bandwagon: "with the threatening side (bandwagon)"
    case .balance: "with a rival of it (balance)"
    }
  }

  private var shares: Plot {
    var states: [Int: Int] = [:]
    var standing: [Alignment: [Int: Int]] = [:]
    for observation in record.observations {
      states[observation.year, default: 0] += 1
      for alignment in Alignment.allCases where observation.now[alignment] == true {
        standing[alignment, default: [:]][observation.year, default: 0] += 1
      }
    }
    let lines = Alignment.allCases.map { alignment in
      Line(
        states.sorted { $0.key < $1.key }.map { year, count in
          let allied = standing[alignment]?[year] ?? 0
          return Point(x: Double(year), y: Double(allied) / Double(count))
        }, hue: Self.hue(alignment))
    }
    return Plot(title: "Share of states", x: .years(), y: .percent(domain: nil), marks: lines)
  }

  private static let shown: [AlignmentObservation.Factor] = [
    .power, .proximity, .offense, .disputes, .ideals, .size, .neighbours, .weakNeighbour,
  ]

  private static func label(_ factor: AlignmentObservation.Factor) -> String {
    switch factor {
    case .power: "power"
    case .proximity: "nearness"
    case .offense: "offense"
    case .disputes: "disputes"
    case .ideals, .idealsKnown: "distance in votes"
    case .size: "own size"
    case .neighbours: "neighbours there"
    case .weakNeighbour: "very weak neighbour"
    }
  }

  private var odds: Plot {
    let marks = Alignment.allCases.enumerated().flatMap { index, alignment -> [any Mark] in
      guard let fit = model.fit(alignment, .forming) else { return [] }
      let offset = index == 0 ? -0.16 : 0.16
      let hue = Self.hue(alignment)
      return Self.shown.enumerated().flatMap { row, factor -> [any Mark] in
        guard let place = AlignmentObservation.Factor.allCases.firstIndex(of: factor) else {
          return []
        }
        let unit = fit.deviations[place]
        let value = fit.coefficients[place + 1] * unit
        let error = 1.6448536 * fit.standardErrors[place + 1] * unit
        let y = Double(row) + offset
        return [
          Line(
            [Point(x: .exp(value - error), y: y), Point(x: .exp(value + error), y: y)], hue: hue,
            stroke: Stroke(width: 1.75)),
          Dots([Point(x: .exp(value), y: y)], hue: hue),
        ]
      }
    }
    return Plot(
      title: "Odds of forming a pact", subtitle: "ratio for a standard deviation more",
      x: .log(), y: .bands(Self.shown.map(Self.label)), marks: [Rule(.x(1))] + marks)
  }

  private var headline: String {
    func verdict(_ alignment: Alignment) -> Bool? {
      tests.first { $0.alignment == alignment }?.agrees ?? nil
    }
    let balancing =
      switch verdict(.balance) {
      case true?: "Middle powers form pacts against a threat more readily than very weak neighbours"
      case false?:
        "Very weak neighbours form pacts against a threat more readily than middle powers"
      case nil: "Middle powers and very weak neighbours cannot be told apart in balancing"
      }
    let bandwagoning =
      switch verdict(.bandwagon) {
      case true?: "and the weak join it more readily"
      case false?: "and the weak join it less readily"
      case nil: "that the weak join it more readily is not shown"
      }
    return "\(balancing); \(bandwagoning)"
  }

  private var description: String {
    let words = tests.map { test in
      "\(Self.words(test.alignment)): odds ratio \(Numeral.fixed(test.oddsRatio.value, places: 2)), "
        + "from \(Numeral.fixed(test.oddsRatio.low, places: 2)) to "
        + "\(Numeral.fixed(test.oddsRatio.high, places: 2))."
    }
    return "Lines of the share of states with pacts on either side since "
      + "\(record.observations.first?.year ?? 0), and odds ratios of forming one. Test of the "
      + "theory: \(words.joined(separator: " "))"
  }
}
