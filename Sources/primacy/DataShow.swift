import ArgumentParser
import Datasets
import Panels
import Reports

extension Primacy.Data {
  /// Shows one indicator of one power.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one indicator of one power, year by year, with its sources.")

    @Argument(help: "A code or a common name, such as CHN, China or \"united states\".")
    var power: String

    @Argument(help: "The name of an indicator, as `primacy data list` gives it.")
    var indicator: String

    @Option(help: ArgumentHelp("The first year to show.", valueName: "year"))
    var from: Int?

    @Option(help: ArgumentHelp("The last year to show.", valueName: "year"))
    var to: Int?

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if let from, let to, from > to { throw ValidationError("--from must not be after --to.") }
    }

    func run() async throws {
      try await Failure.reporting {
        let data = try data.dataSet()
        let power = try data.power(named: power)
        let panel = try panel(in: data)
        let table = Self.table(power, panel, from: from, to: to)
        if table.rows.isEmpty {
          StandardError.write(
            "primacy: no source covers \(panel.indicator) of \(data.name(of: power)) then.\n")
        }
        print(table.rendered(as: output.format), terminator: "")
      }
    }

    private func panel(in data: DataSet) throws -> Panel {
      guard data.panels[indicator] == nil, TidySeries.measures.contains(indicator) else {
        return try data.panel(named: indicator)
      }
      throw Failure(
        "\(indicator) is a measure, computed from indicators, and these data hold no figures of it.",
        .usage)
    }

    static func table(_ power: Power, _ panel: Panel, from: Int?, to: Int?) -> Table {
      var table = Table(
        "data show",
        columns: ["power", "indicator", "year", "value", "unit", "source", "status"])
      for year in panel.years where year >= from ?? .min && year <= to ?? .max {
        guard let value = panel[power, year], let origin = panel.provenance(of: power, in: year)
        else { continue }
        table.append([
          .text(power.code), .text(panel.indicator.name), .year(year), .number(value),
          .text(panel.indicator.unit), .text(origin.source), .text(origin.status.rawValue),
        ])
      }
      return table
    }
  }
}
