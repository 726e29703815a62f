import ArgumentParser
import Forecasting
import Panels
import Reports

extension Primacy {
  /// Why a ratio moved, and what moves it.
  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Take the change of a ratio apart into population, output, prices and effort.",
      discussion: """
        The change of the logarithm of the ratio is the sum of its drivers' parts, without a \
        remainder: over past years, and along the future in which every driver takes its median. \
        The tornado says how the chance of a crossing changes when one driver of the challenger \
        ends one standard deviation lower or higher.

        Examples:
          primacy explain
          primacy explain IND CHN --measure gdp.ppp --since 1990
          primacy explain CHN+RUS NATO --measure milex.mer --yearly --format csv
          primacy explain CHN USA --measure milex.mer --tornado --by 2045
        """)

    @OptionGroup var sides: ContestOptions

    @Option(
      help: ArgumentHelp("The first year of the past; 25 years ago by default.", valueName: "year"))
    var since: Int?

    @Option(
      help: ArgumentHelp(
        "The last year of the future; 25 years ahead by default.", valueName: "year"))
    var by: Int?

    @Flag(help: "A row a year instead of one for the past and one for the future.")
    var yearly = false

    @Flag(help: "The tornado only.")
    var tornado = false

    @OptionGroup var futures: MeasureFutureOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.everything()
        let forecaster = try futures.forecaster(data, figures: figures, until: by, ahead: 25)
        let contest = try sides.contest(in: figures, at: forecaster.origin)
        let measure = forecaster.options.measures[0]
        var blocks: [String] = []
        let forReaders = output.format == .table || output.format == .markdown
        if !tornado {
          let first = since ?? forecaster.origin - 25
          guard first < forecaster.origin else {
            throw ValidationError("--since must be before \(forecaster.origin).")
          }
          let tables = ExplainTables(
            try await forecaster.decomposition(of: contest, on: measure, since: first),
            names: figures)
          blocks.append(
            (forReaders ? tables.sentence + "\n\n" : "")
              + tables.table(yearly: yearly).rendered(as: output.format))
        }
        if tornado || forReaders {
          let target = forecaster.origin + forecaster.options.horizon
          if let table = try await tornadoTable(forecaster, contest, measure, target) {
            blocks.append(
              (forReaders ? table.sentence + "\n\n" : "") + table.table.rendered(as: output.format))
          }
        }
        print(blocks.joined(separator: "\n"), terminator: "")
      }
    }

    /// The tornado; nothing where the challenger leads and it was not asked for alone.
    private func tornadoTable(
      _ forecaster: Forecaster, _ contest: Contest, _ measure: Measure, _ target: Int
    ) async throws -> TornadoTable? {
      do throws(ForecastError) {
        return TornadoTable(
          try await forecaster.tornado(of: contest, on: measure, by: target),
          names: forecaster.data)
      } catch {
        if case .alreadyAhead = error, !tornado { return nil }
        throw error
      }
    }
  }
}
