import Archive
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

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Use nothing later than this year; or the vintage that was known on this day, or at this "
        + "time, as 2026-11-22T03:15:00Z.",
      valueName: "year or day"))
  var known: AsOf?

  @OptionGroup var state: StateOptions

  /// The last year to use, where a year was given; a day says it by its vintage.
  var asOf: Int? {
    guard case .year(let year) = known else { return nil }
    return year
  }

  /// The year up to which things were known, whether a year or a day was given.
  var knownYear: Int? {
    switch known {
    case .day(let day): day.year
    case .moment(let moment): Day(moment).year
    case .year(let year): year
    case nil: nil
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
    try DataSet.load(from: location())
  }

  /// The record that stands beside the figures; nothing for figures of one's own.
  func record() throws -> ForecastRecord? { try Self.record(beside: location()) }

  private static func record(beside location: DataLocation) throws -> ForecastRecord? {
    guard case .tables(let folder) = location else { return nil }
    return try RecordFolder("\(folder)/record").read()
  }

  /// The figures of all years and the record beside them, read side by side.
  ///
  /// Their place is found once: to find a past vintage may be to write it out.
  func everythingAndRecord() async throws -> (figures: DataSet, record: ForecastRecord?) {
    let location = try location()
    async let record = Self.record(beside: location)
    let figures = try DataSet.load(from: location)
    return (figures, try await record)
  }

  /// Where the figures are: of a past vintage, or the first place that has any.
  func location() throws -> DataLocation {
    guard let past = try pastFolder() else { return try DataLocation.find(search) }
    return .tables(folder: past)
  }

  /// The folder of the vintage asked for; nothing where none is.
  private func pastFolder() throws -> String? {
    guard let known, asOf == nil else { return nil }
    guard path == nil else {
      throw Failure("--data holds no vintages: give --as-of a year.", .usage)
    }
    let past = PastVintage(state: state.places)
    switch known {
    case .year: return nil
    case .day(let day): return try past.folder(on: day)
    case .moment(let moment): return try past.folder(at: moment)
    }
  }

  /// The places to search, from the environment and the file system of this process.
  var search: DataLocation.Search {
    var search = Self.defaultSearch
    search.named = path
    search.stored = state.places.data
    return search
  }

  /// The places to search where no option names another.
  static var defaultSearch: DataLocation.Search {
    DataLocation.Search(
      environment: ProcessInfo.processInfo.environment["PRIMACY_DATA"],
      executable: Bundle.main.executableURL?.resolvingSymlinksInPath().path,
      workingFolder: FileManager.default.currentDirectoryPath)
  }
}
