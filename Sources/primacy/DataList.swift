import ArgumentParser
import Panels
import Reports

extension Primacy.Data {
  /// Lists the indicators.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the indicators: unit, coverage and sources.")

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        print(Self.table(try data.dataSet()).rendered(as: output.format), terminator: "")
      }
    }

    static func table(_ data: DataSet) -> Table {
      var table = Table(
        "data list",
        columns: [
          "indicator", "unit", "powers", "first_year", "last_year", "values", "sources",
        ])
      for panel in data.listing {
        guard let years = panel.coverage else { continue }
        table.append([
          .text(panel.indicator.name), .text(panel.indicator.unit), .count(panel.powers.count),
          .year(years.lowerBound), .year(years.upperBound), .count(panel.count),
          .text(panel.sources.joined(separator: "; ")),
        ])
      }
      return table
    }
  }
}
