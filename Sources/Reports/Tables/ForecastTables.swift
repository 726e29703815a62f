import Charts
public import Forecasting
import Models
import Panels

/// A forecast's tables for people, and its long table for programs.
public struct ForecastTables: Sendable {
  let forecasts: [CrossingForecast]
  let forecaster: Forecaster

  public init(_ forecasts: [CrossingForecast], forecaster: Forecaster) {
    self.forecasts = forecasts
    self.forecaster = forecaster
  }

  private var years: [Int] {
    HeadlineYears(origin: forecaster.origin, horizon: forecaster.options.horizon).years
  }

  /// One table of the measures on which the challenger is behind, one of those on which it leads,
  /// each under what its probabilities are of.
  public func summaries(_ words: ForecastWords) -> [(caption: String, table: Table)] {
    [(words.captionBehind, behind), (words.captionAhead, ahead)].filter { !$0.1.rows.isEmpty }
  }

  private var behind: Table {
    let last = years[years.count - 1]
    var table = Table(
      "forecast",
      columns: ["measure", "ratio", "in"] + years.map { "by \($0)" }
        + ["never by \(last)", "median", "80 % interval"] + skillColumns)
    for forecast in forecasts where forecast.crossedIn == nil {
      let event = forecast.crossing
      table.append(
        row(forecast) { event.probability(by: $0) } + [
          .probability(event.never),
          .text(event.median.map { "\($0)" } ?? "none"),
          .text(interval(event)),
        ] + skill(of: forecast))
    }
    return table
  }

  private var ahead: Table {
    var table = Table(
      "forecast",
      columns: ["measure", "ratio", "in"] + years.map { "by \($0)" } + ["ahead since"]
        + skillColumns)
    for forecast in forecasts {
      guard let crossed = forecast.crossedIn else { continue }
      table.append(
        row(forecast) { forecast.reversal.probability(by: $0) } + [.year(crossed)]
          + skill(of: forecast))
    }
    return table
  }

  /// Every probability and quantile, one a row.
  public var long: Table {
    var table = Table(
      "forecast",
      columns: [
        "challenger", "incumbent", "measure", "origin", "ratio", "crossed_in", "event", "year",
        "probability",
      ])
    for forecast in forecasts {
      let events =
        forecast.crossedIn == nil
        ? [("crossing", forecast.crossing), ("durable", forecast.durable)]
        : [("reversal", forecast.reversal)]
      for (name, event) in events {
        for year in event.years {
          table.append([
            .text(forecast.contest.challenger.name), .text(forecast.contest.incumbent.name),
            .text(forecast.measure.name), .year(forecast.origin), .number(forecast.ratio),
            forecast.crossedIn.map { .year($0) } ?? .missing, .text(name), .year(year),
            .number(event.probability(by: year)),
          ])
        }
      }
    }
    return table
  }

  /// What the numbers were made from.
  public var footer: String {
    let options = forecaster.options
    let count = Numeral.grouped(options.futures)
    return """
      \(count) joint futures of \(forecaster.origin + 1)-\(forecaster.origin + options.horizon), \
      model \(options.modelName), seed \(options.seed), data \(forecaster.data.checksum.prefix(19)).
      \(RecordWords(forecaster).explanation)

      """
  }

  private func row(
    _ forecast: CrossingForecast, _ probability: (Int) -> Double
  ) -> [Table.Cell] {
    [.text(forecast.measure.name), .ratio(forecast.ratio), .year(forecast.origin)]
      + years.map { .probability(probability($0)) }
  }

  private var skillColumns: [String] {
    guard forecaster.hasRecord else { return [] }
    return ["skill " + ForecastRecord.skillHorizons.map { "\($0)" }.joined(separator: ", ") + " y"]
  }

  /// The record beside the numbers: above zero is better than knowing only the gap.
  private func skill(of forecast: CrossingForecast) -> [Table.Cell] {
    guard forecaster.hasRecord else { return [] }
    let skills = ForecastRecord.skillHorizons.map { horizon in
      forecaster.skill(on: forecast.measure.name, at: horizon)
    }
    return [.text(RecordWords.told(skills))]
  }

  private func interval(_ event: EventForecast) -> String {
    guard let early = event.year(at: 0.1) else { return "later" }
    return event.year(at: 0.9).map { "\(early)-\($0)" } ?? "\(early) or later"
  }
}
