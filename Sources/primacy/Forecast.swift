import ArgumentParser
import Foundation
import Forecasting
import Panels
import Reports

extension Primacy {
  /// When a challenger passes an incumbent, on every measure.
  struct Forecast: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say with what probability, and when, a challenger passes an incumbent.",
      discussion: """
        Every measure is computed from the same joint futures of all powers.

        Examples:
          primacy forecast
          primacy forecast IND CHN --measures gdp.ppp,milex.mer
          primacy forecast "China+Russia" "united states" --as-of 2010
          primacy forecast --format json > forecast.json
        """)

    @Argument(help: "The rising power: a code, a common name, or several joined by +.")
    var challenger = "CHN"

    @Argument(help: "The leading power.")
    var incumbent = "USA"

    @Option(
      help: ArgumentHelp(
        "What allies of a side's first member are worth, from 0 to 1; how often allies kept their "
          + "word in the past is put at 0.5 to 0.75 (Leeds; Berkemeier and Fuhrmann; unverified).",
        valueName: "tau"))
    var reliability = 1.0

    @OptionGroup var data: DataOptions
    @OptionGroup var simulation: SimulationOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Also write the forecast to this folder.", valueName: "folder"))
    var out: String?

    @Flag(help: "Print no words, only the forecast.")
    var quiet = false

    func validate() throws {
      guard (0...1).contains(reliability) else {
        throw ValidationError("--reliability must be a number from 0 to 1.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.everything()
        let forecaster = try Forecaster(
          figures, origin: data.asOf, options: simulation.options(for: figures),
          record: data.record())
        let contest = try Contest(
          challenger: figures.side(
            named: challenger, in: forecaster.origin, reliability: reliability),
          incumbent: figures.side(
            named: incumbent, in: forecaster.origin, reliability: reliability))
        let forecasts = try await forecaster.forecast(contest)
        let text = try rendered(forecasts, contest: contest, forecaster: forecaster)
        if let out {
          try OutputFolder(out).write(text, to: "forecast.\(output.format.fileExtension)")
        }
        print(text, terminator: "")
      }
    }

    private func rendered(
      _ forecasts: [CrossingForecast], contest: Contest, forecaster: Forecaster
    ) throws -> String {
      let tables = ForecastTables(forecasts, forecaster: forecaster)
      switch output.format {
      case .json:
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = ForecastDocument(forecasts, contest: contest, forecaster: forecaster)
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
      case .csv:
        return tables.long.rendered(as: .csv)
      case .table, .markdown:
        let words = ForecastWords(contest, names: forecaster.data)
        let blocks = tables.summaries(words).map { caption, table in
          (quiet ? "" : "\(caption)\n\n") + table.rendered(as: output.format)
        }
        guard !quiet else { return blocks.joined(separator: "\n") }
        return ([words.headline(forecasts) + "\n"] + blocks + [tables.footer])
          .joined(separator: "\n")
      }
    }
  }
}

extension Table.Format {
  var fileExtension: String {
    switch self {
    case .table: "txt"
    case .json: "json"
    case .csv: "csv"
    case .markdown: "md"
    }
  }
}
