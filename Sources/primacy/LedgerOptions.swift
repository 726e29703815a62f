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
      "A table of published forecasts like datasets/\(LedgerTable.file), to use instead.",
      valueName: "file"))
  var path: String?

  /// The forecasts that were out by the year asked for.
  ///
  /// They come from the file named, from beside the figures, or from beside the embedded ones.
  ///
  /// - Throws: The table's first defect, or that there is no table.
  func ledger(for figures: DataSet, _ data: DataOptions) throws -> Forecasting.Ledger {
    let table = try LedgerTable(path: found(data), entities: figures.entities.values)
    return Forecasting.Ledger(table.entries).known(by: data.asOf)
  }

  private func found(_ data: DataOptions) throws -> String {
    if let path { return path }
    if let path = try DataLocation.find(data.search).ledger { return path }
    var search = data.search
    search.named = nil
    search.environment = nil
    // Where no data set lies in the default places there is no ledger either: one failure for both.
    if let location = try? DataLocation.find(search), let path = location.ledger { return path }
    throw Failure("No table of published forecasts was found: name one with --ledger.", .usage)
  }
}
