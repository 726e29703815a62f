import Archive
import ArgumentParser
import Datasets
import Forecasting
import Foundation
import Panels
import Reports
import Updates

/// The options that every command which reads the ledger understands.
struct LedgerOptions: ParsableArguments {
  @Option(
    name: .customLong("ledger"),
    help: ArgumentHelp(
      "A table of forecasts like datasets/\(LedgerTable.file), to use instead; may be repeated.",
      valueName: "file"))
  var paths: [String] = []

  /// The forecasts that were out by the year asked for.
  ///
  /// They come from the files named; or from beside the figures, or from beside the embedded ones,
  /// and from what nightly runs published.
  ///
  /// - Throws: The table's first defect, or that there is no table.
  func ledger(for figures: DataSet, _ data: DataOptions) throws -> Forecasting.Ledger {
    let own = paths.isEmpty ? try published(data.state) : []
    let entries = try found(data, isNeeded: own.isEmpty).flatMap { path in
      try LedgerTable(path: path, entities: figures.entities.values).entries
    }
    return Forecasting.Ledger(entries + own).known(by: data.knownYear)
  }

  /// What nightly runs entered; nothing where there was none.
  private func published(_ state: StateOptions) throws -> [LedgerEntry] {
    let path = state.places.archive
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try Archive(existing: path).entries()
  }

  /// The tables of others; that there is none is a failure where one is needed.
  private func found(_ data: DataOptions, isNeeded: Bool) throws -> [String] {
    guard paths.isEmpty else { return paths }
    if let path = try data.location().ledger { return [path] }
    var search = data.search
    search.named = nil
    search.environment = nil
    // Where no data set lies in the default places there is no ledger either: one failure for both.
    if let location = try? DataLocation.find(search), let path = location.ledger { return [path] }
    guard isNeeded else { return [] }
    throw Failure("No table of published forecasts was found: name one with --ledger.", .usage)
  }
}
