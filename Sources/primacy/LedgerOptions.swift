import ArgumentParser
import Datasets
import Forecasting
import Panels
import Reports

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
  /// They come from the files named, from beside the figures, or from beside the embedded ones.
  ///
  /// - Throws: The table's first defect, or that there is no table.
  func ledger(for figures: DataSet, _ data: DataOptions) throws -> Forecasting.Ledger {
    let entries = try found(data).flatMap { path in
      try LedgerTable(path: path, entities: figures.entities.values).entries
    }
    return Forecasting.Ledger(entries).known(by: data.knownYear)
  }

  private func found(_ data: DataOptions) throws -> [String] {
    guard paths.isEmpty else { return paths }
    if let path = try DataLocation.find(data.search).ledger { return [path] }
    var search = data.search
    search.named = nil
    search.environment = nil
    // Where no data set lies in the default places there is no ledger either: one failure for both.
    if let location = try? DataLocation.find(search), let path = location.ledger { return [path] }
    throw Failure("No table of published forecasts was found: name one with --ledger.", .usage)
  }
}
