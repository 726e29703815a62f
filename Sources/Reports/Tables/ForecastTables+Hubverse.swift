import Forecasting
import Models
import Panels

extension ForecastTables {
  /// The forecast as hubs of forecasts exchange it: task columns, then type, type's id and value.
  ///
  /// Quantiles of the ratio stand by horizon; the year of the event that is awaited stands as a
  /// distribution function, `NA` where a column does not apply.
  ///
  /// **Source.** Hubverse, *Model output* (v5), docs.hubverse.io.
  public var hubverse: Table {
    var table = Table(
      "forecast",
      columns: [
        "model_id", "origin", "challenger", "incumbent", "measure", "target", "horizon",
        "target_year", "output_type", "output_type_id", "value",
      ])
    for forecast in forecasts {
      func task(_ target: String, _ year: Int?) -> [Table.Cell] {
        [
          .text(forecaster.options.modelName), .year(forecast.origin),
          .text(forecast.contest.challenger.name), .text(forecast.contest.incumbent.name),
          .text(forecast.measure.name), .text(target),
          year.map { .year($0 - forecast.origin) } ?? .text("NA"),
          year.map { .year($0) } ?? .text("NA"),
        ]
      }
      for (step, year) in forecast.quantiles.years.enumerated() {
        for (level, values) in zip(RatioQuantiles.levels, forecast.quantiles.values) {
          table.append(
            task("ratio", year) + [.text("quantile"), .number(level), .number(values[step])])
        }
      }
      let events =
        forecast.crossedIn == nil
        ? [("crossing year", forecast.crossing), ("durable crossing year", forecast.durable)]
        : [("reversal year", forecast.reversal)]
      for (target, event) in events {
        for year in event.years {
          table.append(
            task(target, nil)
              + [.text("cdf"), .year(year), .number(event.probability(by: year))])
        }
      }
    }
    return table
  }
}
