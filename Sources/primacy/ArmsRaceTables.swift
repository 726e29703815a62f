import Balancing
import Panels
import Reports

/// The tables of `balance arms-race`.
enum ArmsRaceTables {
  /// A row a pair.
  static func summary(_ races: [ArmsRace]) -> Table {
    Table(
      "balance arms-race",
      columns: [
        "first", "second", "first_year", "last_year", "first_reaction", "first_low", "first_high",
        "second_reaction", "second_low", "second_high", "loop_gain", "gain_low", "gain_high",
        "stable", "stable_before_data",
      ],
      rows: races.map { race in
        head(race) + cells(race.summary(\.reaction.first))
          + cells(race.summary(\.reaction.second)) + cells(race.summary(\.loopGain))
          + [
            .probability(race.probabilityOfStability),
            .probability(race.priorProbabilityOfStability),
          ]
      })
  }

  /// A row a pair and quantity.
  static func parameters(_ races: [ArmsRace]) -> Table {
    let quantities: [(String, (Richardson) -> Double?)] = [
      ("fatigue_first", { $0.fatigue.first }), ("fatigue_second", { $0.fatigue.second }),
      ("reaction_first", { $0.reaction.first }), ("reaction_second", { $0.reaction.second }),
      ("grievance_first", { $0.grievance.first }), ("grievance_second", { $0.grievance.second }),
      ("loop_gain", { $0.loopGain }), ("spectral_radius", { $0.spectralRadius }),
      ("equilibrium_first", { $0.equilibrium?.first }),
      ("equilibrium_second", { $0.equilibrium?.second }),
    ]
    var table = Table(
      "balance arms-race --parameters",
      columns: ["first", "second", "first_year", "last_year", "quantity", "median", "low", "high"])
    for race in races {
      for (name, quantity) in quantities {
        table.append(head(race) + [.text(name)] + cells(race.summary(quantity)))
      }
      for (name, value) in [("burden_first", race.now.first), ("burden_second", race.now.second)] {
        table.append(head(race) + [.text(name), .ratio(value), .missing, .missing])
      }
    }
    return table
  }

  /// A row a pair and year after the first's burden rose by one point.
  static func path(_ races: [ArmsRace], years: Int) -> Table {
    var table = Table(
      "balance arms-race --path",
      columns: [
        "first", "second", "first_year", "last_year", "years_after", "first_response",
        "first_low", "first_high", "second_response", "second_low", "second_high",
      ])
    for race in races {
      for year in 0...years {
        func cells(_ part: @escaping ((first: Double, second: Double)) -> Double) -> [Table.Cell] {
          Self.cells(race.summary { part($0.response(years: year)[year]) })
        }
        table.append(head(race) + [.count(year)] + cells(\.first) + cells(\.second))
      }
    }
    return table
  }

  private static func head(_ race: ArmsRace) -> [Table.Cell] {
    [
      .text(race.first.code), .text(race.second.code), .year(race.years.lowerBound),
      .year(race.years.upperBound),
    ]
  }

  private static func cells(_ summary: ArmsRaceSummary?) -> [Table.Cell] {
    guard let summary else { return [.missing, .missing, .missing] }
    return [.ratio(summary.median), .ratio(summary.low), .ratio(summary.high)]
  }
}
