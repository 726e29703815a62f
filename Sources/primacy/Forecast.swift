import ArgumentParser
import Forecasting
import Panels
import Reports

extension Primacy {
  /// When a challenger passes an incumbent, on every measure.
  struct Forecast: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forecast",
      abstract: "Say with what probability, and when, a challenger passes an incumbent.",
      discussion: """
        Every measure is computed from the same joint futures of all powers.

        Examples:
          primacy forecast
          primacy forecast IND CHN --measures gdp.ppp,milex.mer
          primacy forecast "China+Russia" "united states" --as-of 2010
          primacy forecast --scenario strong-yuan --scenario peak-china+my-own.yaml
          primacy forecast --format json > forecast.json
        """)

    @OptionGroup var sides: ContestOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var simulation: SimulationOptions
    @OptionGroup var scenarios: ScenarioOptions

    @Option(help: "How to print: table, json, csv, markdown or hubverse.")
    var format = ForecastFormat.table

    @Option(help: ArgumentHelp("Also write the forecast to this folder.", valueName: "folder"))
    var out: String?

    @Flag(help: "Print no words, only the forecast.")
    var quiet = false

    func run() async throws {
      try await Failure.reporting {
        let (figures, record) = try await data.everythingAndRecord()
        let forecaster = try Forecaster(
          figures, origin: data.asOf, options: simulation.options(for: figures),
          record: record)
        let contest = try sides.contest(in: figures, at: forecaster.origin)
        let comparison = try await forecaster.forecast(
          contest,
          under: scenarios.scenarios(
            for: figures, origin: forecaster.origin, library: ScenarioLibrary(beside: data)))
        let text = try rendered(comparison, contest: contest, forecaster: forecaster)
        if let out {
          try OutputFolder(out).write(text, to: "forecast.\(format.fileExtension)")
        }
        print(text, terminator: "")
      }
    }

    private func rendered(
      _ comparison: ScenarioComparison, contest: Contest, forecaster: Forecaster
    ) throws -> String {
      let forecasts = comparison.baseline
      let tables = ForecastTables(forecasts, forecaster: forecaster)
      let changes =
        comparison.alternatives.isEmpty
        ? nil : ScenarioTables(comparison: comparison, forecaster: forecaster)
      switch format {
      case .json:
        return try ForecastDocument(
          forecasts, contest: contest, forecaster: forecaster,
          alternatives: comparison.alternatives
        ).json
      case .csv:
        return (changes?.long ?? tables.long).rendered(as: .csv)
      case .hubverse:
        return tables.hubverse.rendered(as: .csv)
      case .table, .markdown:
        let words = ForecastWords(contest, names: forecaster.data)
        let plain = format == .markdown ? Table.Format.markdown : .table
        let summaries = changes?.summaries(words) ?? tables.summaries(words)
        let blocks = summaries.map { caption, table in
          (quiet ? "" : "\(caption)\n\n") + table.rendered(as: plain)
        }
        guard !quiet else { return blocks.joined(separator: "\n") }
        let sentences = changes.map { [$0.sentences] } ?? []
        return ([words.headline(forecasts) + "\n"] + sentences + blocks + [tables.footer])
          .joined(separator: "\n")
      }
    }
  }
}
