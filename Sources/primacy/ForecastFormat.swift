import ArgumentParser

/// The forms in which a forecast is printed: those of every table, and that of forecast hubs.
enum ForecastFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv, markdown
  /// The columns of the Hubverse, as CSV.
  case hubverse

  var fileExtension: String {
    switch self {
    case .table: "txt"
    case .json: "json"
    case .csv, .hubverse: "csv"
    case .markdown: "md"
    }
  }
}
