import ArgumentParser
import Datasets
import Forecasting
import Foundation
import Panels
import Updates

/// The options that every command which reads figures understands.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "A folder like datasets/, or a tidy CSV (iso3,year,series,value) to use instead.",
      valueName: "path"))
  var path: String?

  @Option(help: ArgumentHelp("Use nothing later than this year.", valueName: "year"))
  var asOf: Int?

  @OptionGroup var state: StateOptions

  func validate() throws {
    guard let asOf else { return }
    guard (1816...2200).contains(asOf) else {
      throw ValidationError("--as-of must be a year from 1816 to 2200.")
    }
  }

  /// The figures, from the first place that has any, up to the year asked for.
  func dataSet() throws -> DataSet {
    let data = try everything()
    guard let asOf else { return data }
    return data.known(by: asOf)
  }

  /// The figures of all years, from the first place that has any.
  func everything() throws -> DataSet {
    try DataSet.load(from: DataLocation.find(search))
  }

  /// The record that stands beside the figures; nothing for figures of one's own.
  func record() throws -> ForecastRecord? {
    guard case .tables(let folder) = try DataLocation.find(search) else { return nil }
    return try RecordFolder("\(folder)/record").read()
  }

  /// The places to search, from the environment and the file system of this process.
  var search: DataLocation.Search {
    DataLocation.Search(
      named: path, environment: ProcessInfo.processInfo.environment["PRIMACY_DATA"],
      stored: state.store.data,
      executable: Bundle.main.executableURL?.resolvingSymlinksInPath().path,
      workingFolder: FileManager.default.currentDirectoryPath)
  }
}
