import Balancing
import Panels
import Probability
import Reports

/// The tables of `balance alignment`.
enum AlignmentTables {
  /// A row a state in the last year in which alliances are known.
  static func now(
    _ record: AlignmentRecord, _ model: AlignmentModel, of chosen: [Power]?
  ) -> Table {
    let last = record.observations.filter {
      $0.year == record.lastYear && (chosen?.contains($0.state) ?? true)
    }
    return Table(
      "balance alignment",
      columns: [
        "year", "state", "threatening", "rivals", "size", "bandwagons", "balances",
        "probability_bandwagon", "probability_balance", "probability_change",
      ],
      rows: last.map { observation in
        let probabilities = Alignment.allCases.map {
          model.probability(of: $0, after: observation)
        }
        let change = change(observation, probabilities)
        return [
          .year(observation.year), .text(observation.state.code),
          .text(observation.sides.threatening.code),
          Table.Cell(joined(observation.sides.rivals)), .number(observation.size),
          flag(observation.now[.bandwagon]), flag(observation.now[.balance]),
          probability(probabilities[0]), probability(probabilities[1]), probability(change),
        ]
      })
  }

  /// The probability that a pact is formed or left on either side, as if the sides were apart.
  private static func change(
    _ observation: AlignmentObservation, _ probabilities: [Double?]
  ) -> Double? {
    zip(Alignment.allCases, probabilities).reduce(1.0) { stays, next -> Double? in
      guard let stays, let probability = next.1 else { return nil }
      return stays * (observation.now[next.0] == true ? probability : 1 - probability)
    }.map { 1 - $0 }
  }

  private static func joined(_ powers: [Power]) -> String? {
    powers.isEmpty ? nil : powers.map(\.code).joined(separator: "+")
  }

  private static func flag(_ value: Bool?) -> Table.Cell {
    value.map { .text($0 ? "yes" : "no") } ?? .missing
  }

  private static func probability(_ value: Double?) -> Table.Cell {
    value.map { .probability($0) } ?? .missing
  }

  /// A row a coefficient.
  static func estimates(_ model: AlignmentModel) -> Table {
    let names = ["constant"] + AlignmentObservation.Factor.allCases.map(\.rawValue)
    var table = Table(
      "balance alignment --estimates",
      columns: [
        "alignment", "step", "factor", "coefficient", "standard_error", "low", "high", "rows",
        "events", "states", "ridge",
      ])
    for fit in model.fits {
      for (place, name) in names.enumerated() {
        let (value, error) = (fit.coefficients[place], fit.standardErrors[place])
        table.append([
          .text(fit.alignment.rawValue), .text(fit.step.rawValue), .text(name), .number(value),
          .number(error), .number(value - 1.6448536 * error), .number(value + 1.6448536 * error),
          .count(fit.rows), .count(fit.events), .count(fit.states), Table.Cell(fit.ridge),
        ])
      }
    }
    return table
  }

  /// A row a prediction of the theory.
  static func tests(_ models: [AlignmentModel]) -> Table {
    var table = Table(
      "balance alignment --test",
      columns: [
        "prediction", "ridge", "weak_neighbour", "weak_low", "weak_high", "middle_power",
        "middle_low",
        "middle_high", "odds_ratio", "low", "high", "p_value", "verdict",
      ])
    let fits = Alignment.allCases.flatMap { alignment in
      models.compactMap { $0.fit(alignment, .forming) }
    }
    for fit in fits {
      let test = BandwagonTest(fit)
      let sides = BandwagonTest.Neighbour.allCases.flatMap { neighbour -> [Table.Cell] in
        guard let estimate = test.probabilities[neighbour] else {
          return [.missing, .missing, .missing]
        }
        return [estimate.value, estimate.low, estimate.high].map { .number($0) }
      }
      let ratio = test.oddsRatio
      table.append(
        [.text(prediction(fit.alignment)), Table.Cell(fit.ridge)] + sides
          + [ratio.value, ratio.low, ratio.high].map { .number($0) }
          + [.ratio(test.significance), .text(verdict(test))])
    }
    return table
  }

  private static func prediction(_ alignment: Alignment) -> String {
    switch alignment {
    case .bandwagon: "the very weak neighbour bandwagons"
    case .balance: "the middle power balances"
    }
  }

  private static func verdict(_ test: BandwagonTest) -> String {
    switch test.agrees {
    case true?: "as the theory says"
    case false?: "against the theory"
    case nil: "not decided"
    }
  }

  /// A row an alignment and kind of event.
  static func scores(_ scores: [AlignmentScore]) -> Table {
    Table(
      "balance alignment --score",
      columns: [
        "alignment", "event", "rows", "events", "brier", "brier_rates", "brier_persistence",
        "skill_over_rates", "low", "high", "skill_over_persistence", "persistence_low",
        "persistence_high", "log_score", "log_score_rates",
      ],
      rows: scores.map { score in
        [
          .text(score.alignment.rawValue), .text(score.event.rawValue), .count(score.rows),
          .count(score.events), .number(score.brier.model), .number(score.brier.rates),
          .number(score.brier.persistence), ratio(score.skill?.estimate),
          ratio(score.skill?.range.lowerBound), ratio(score.skill?.range.upperBound),
          ratio(score.skillOverPersistence?.estimate),
          ratio(score.skillOverPersistence?.range.lowerBound),
          ratio(score.skillOverPersistence?.range.upperBound), .number(score.logScore.model),
          .number(score.logScore.rates),
        ]
      })
  }

  private static func ratio(_ value: Double?) -> Table.Cell { value.map { .ratio($0) } ?? .missing }

  /// A row a state-year and alignment.
  static func observations(_ record: AlignmentRecord, of chosen: [Power]?) -> Table {
    var table = Table(
      "balance alignment --observations",
      columns: ["year", "state", "threatening", "alignment", "now", "next"]
        + AlignmentObservation.Factor.allCases.map(\.rawValue))
    for observation in record.observations where chosen?.contains(observation.state) ?? true {
      for alignment in Alignment.allCases {
        table.append(
          [
            .year(observation.year), .text(observation.state.code),
            .text(observation.sides.threatening.code), .text(alignment.rawValue),
            bit(observation.now[alignment]), bit(observation.next[alignment]),
          ] + (observation.factors[alignment] ?? []).map { .number($0) })
      }
    }
    return table
  }

  private static func bit(_ value: Bool?) -> Table.Cell {
    value.map { .count($0 ? 1 : 0) } ?? .missing
  }
}
