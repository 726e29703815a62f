import Forecasting
import Panels
import Probability
import Reports

/// The tables of a backtest: every event, every level, and the scores.
struct BacktestTables {
  let result: BacktestResult
  let measure: String

  init(_ result: BacktestResult, measure: String) {
    self.result = result
    self.measure = measure
  }

  var events: Table {
    var table = Table(
      "backtest",
      columns: [
        "origin", "challenger", "incumbent", "measure", "horizon", "model", "probability",
        "outcome",
      ])
    for event in result.events {
      table.append([
        .year(event.origin), .text(event.challenger.code), .text(event.incumbent.code),
        .text(measure), .year(event.horizon), .text(event.model), .number(event.probability),
        .year(event.outcome ? 1 : 0),
      ])
    }
    return table
  }

  var levels: Table {
    var table = Table(
      "backtest",
      columns: [
        "origin", "power", "measure", "horizon", "model", "output_type", "output_type_id",
        "value", "observed",
      ])
    for level in result.levels {
      func row(_ type: String, _ id: Table.Cell, _ value: Double) -> [Table.Cell] {
        [
          .year(level.origin), .text(level.power.code), .text(measure), .year(level.horizon),
          .text(level.model), .text(type), id, .number(value), .number(level.observed),
        ]
      }
      for (probability, value) in zip(level.forecast.levels, level.forecast.values)
      where BacktestResult.published.contains(probability) {
        table.append(row("quantile", .number(probability), value))
      }
      table.append(row("mean", .missing, level.mean))
    }
    return table
  }

  /// The bins of every score: how often forecasts of similar probability came true.
  var reliability: Table {
    var table = Table(
      "backtest",
      columns: [
        "measure", "model", "horizon", "since", "low", "high", "pairs", "probability", "frequency",
      ])
    for score in result.scores() {
      for bin in score.decomposition.bins {
        table.append([
          .text(measure), .text(score.model), .year(score.horizon), since(score),
          .number(bin.range.lowerBound), .number(bin.range.upperBound), .count(bin.occurred.total),
          .ratio(bin.meanProbability), .ratio(bin.occurred.frequency),
        ])
      }
    }
    return table
  }

  private func since(_ score: BacktestScore) -> Table.Cell {
    score.firstOrigin > 1800 ? .year(score.firstOrigin) : .text("all")
  }

  var scores: Table {
    var table = Table(
      "backtest",
      columns: [
        "measure", "model", "horizon", "since", "pairs", "episodes", "brier", "skill",
        "skill_low", "skill_high", "log_score", "reliability", "resolution", "uncertainty",
        "crps", "wis", "coverage50", "coverage80", "coverage90",
      ])
    for score in result.scores() {
      let levels = score.levels
      func places(_ value: Double?) -> Table.Cell { value.map { .ratio($0) } ?? .missing }
      table.append(
        [
          .text(measure), .text(score.model), .year(score.horizon),
          since(score),
          .count(score.pairs), .count(score.episodes), .ratio(score.brier), .ratio(score.skill),
          places(score.skillInterval?.lowerBound), places(score.skillInterval?.upperBound),
          .ratio(score.logScore), .ratio(score.decomposition.reliability),
          .ratio(score.decomposition.resolution), .ratio(score.decomposition.uncertainty),
          places(levels?.crps), places(levels?.weightedInterval),
        ] + (0..<3).map { places(levels?.coverage[$0]) })
    }
    return table
  }
}
