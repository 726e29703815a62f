public import Balancing
public import Charts
public import Panels
import RealModule

/// How states have stood towards what threatened them, and what moved them.
public struct AlignmentChart: Sendable {
  let record: AlignmentRecord
  let tests: [BandwagonTest]
  private let model: AlignmentModel
  private let names: DataSet
  /// By year: what part of the states stands on each side.
  private let standing: [(year: Int, shares: [Alignment: Double])]

  /// Fails where the record is empty or pacts were never formed.
  ///
  /// - Parameters:
  ///   - record: All state-years.
  ///   - model: Fitted without a ridge.
  ///   - names: From which figures.
  public init?(_ record: AlignmentRecord, _ model: AlignmentModel, names: DataSet) {
    let tests = Alignment.allCases.compactMap { alignment in
      model.fit(alignment, .forming).map { BandwagonTest($0) }
    }
    guard !record.observations.isEmpty, !tests.isEmpty else { return nil }
    self.record = record
    self.model = model
    self.tests = tests
    self.names = names
    standing = Self.standing(in: record)
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
        SourceCredits.line(
          "ATOP 5 (alliances, to \(record.lastYear)), Correlates of War, Bailey, Strezhnev and "
            + "Voeten (votes)", names),
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
    let lines = Alignment.allCases.map { alignment in
      Line(
        standing.map { Point(x: Double($0.year), y: $0.shares[alignment] ?? 0) },
        hue: Self.hue(alignment))
    }
    return Plot(
      title: "Share of states", subtitle: "with such a pact, by year", x: .years(),
      y: .percent(domain: nil), marks: lines)
  }

  private static func standing(
    in record: AlignmentRecord
  ) -> [(year: Int, shares: [Alignment: Double])] {
    Dictionary(grouping: record.observations, by: \.year).sorted { $0.key < $1.key }
      .map { year, observations in
        let shares = Alignment.allCases.map { alignment in
          let allied = observations.count { $0.now[alignment] == true }
          return (alignment, Double(allied) / Double(observations.count))
        }
        return (year, Dictionary(uniqueKeysWithValues: shares))
      }
  }

  private static let shown: [AlignmentObservation.Factor] = [
    .power, .proximity, .offense, .disputes, .ideals, .size, .neighbours, .weakNeighbour,
  ]

  private static func label(_ factor: AlignmentObservation.Factor) -> String {
    switch factor {
    case .power: "Power"
    case .proximity: "Nearness"
    case .offense: "Offence"
    case .disputes: "Disputes"
    case .ideals, .idealsKnown: "Distance in votes"
    case .size: "Own size"
    case .neighbours: "Neighbours there"
    case .weakNeighbour: "Very weak neighbour"
    }
  }

  /// Of one factor: the ratio of odds for one standard deviation more, with its interval.
  struct Odds {
    let alignment: Alignment
    let factor: AlignmentObservation.Factor
    let value: Double
    let low: Double
    let high: Double
  }

  private var allOdds: [Odds] {
    Alignment.allCases.flatMap { alignment -> [Odds] in
      guard let fit = model.fit(alignment, .forming) else { return [] }
      return AlignmentObservation.Factor.allCases.enumerated().map { place, factor in
        let unit = fit.deviations[place]
        let value = fit.coefficients[place + 1] * unit
        let error = 1.6448536 * fit.standardErrors[place + 1] * unit
        return Odds(
          alignment: alignment, factor: factor, value: .exp(value), low: .exp(value - error),
          high: .exp(value + error))
      }
    }
  }

  /// The ratio of odds of forming a pact for one standard deviation more of a factor.
  func odds(of factor: AlignmentObservation.Factor, _ alignment: Alignment) -> Odds? {
    allOdds.first { $0.factor == factor && $0.alignment == alignment }
  }

  private var odds: Plot {
    func marks(
      _ row: Int, _ alignment: Alignment, _ value: Double, _ low: Double, _ high: Double
    ) -> [any Mark] {
      let y = Double(row) + (alignment == .bandwagon ? -0.16 : 0.16)
      let hue = Self.hue(alignment)
      return [
        Line([Point(x: low, y: y), Point(x: high, y: y)], hue: hue, stroke: Stroke(width: 1.75)),
        Dots([Point(x: value, y: y)], hue: hue),
      ]
    }
    // The test's odds are those of the neighbour that the theory expects; here always the middle's.
    let compared = tests.flatMap { test in
      let odds = test.oddsRatio
      return test.alignment == .balance
        ? marks(0, test.alignment, odds.value, odds.low, odds.high)
        : marks(0, test.alignment, 1 / odds.value, 1 / odds.high, 1 / odds.low)
    }
    let factors = allOdds.flatMap { odds -> [any Mark] in
      guard let row = Self.shown.firstIndex(of: odds.factor) else { return [] }
      return marks(row + 1, odds.alignment, odds.value, odds.low, odds.high)
    }
    return Plot(
      title: "Odds of forming a pact",
      subtitle: "first of a middle power beside a very weak neighbour’s; then times, for one "
        + "standard deviation more of each; logarithmic scale",
      x: .log(format: .number(before: "×")),
      y: .bands(["Middle power"] + Self.shown.map(Self.label)),
      marks: [Rule(.x(1))] + compared + factors)
  }

  /// A row a year and side, then a row a factor and side.
  var table: Table {
    let shares = standing.flatMap { year, shares in
      Alignment.allCases.map { alignment -> [Table.Cell] in
        [
          .text("share of states"), .text(alignment.rawValue), .year(year),
          .ratio(shares[alignment] ?? 0), .missing, .missing,
        ]
      }
    }
    return Table(
      "report alignment", columns: ["quantity", "alignment", "year", "value", "low", "high"],
      rows: shares
        + allOdds.map { odds in
          [
            .text("odds ratio of \(odds.factor.rawValue)"), .text(odds.alignment.rawValue),
            .missing,
            .ratio(odds.value), .ratio(odds.low), .ratio(odds.high),
          ]
        })
  }

  var headline: String {
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
