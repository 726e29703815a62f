import ArgumentParser
import Forecasting
import Models
import Panels
import Reports

extension Primacy {
  /// Forecasts made in the past, scored against what came.
  struct Backtest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backtest",
      abstract: "Score forecasts made at past origins against the base rate and what came.",
      discussion: """
        At every origin each model learns from nothing later, and says how probable it is that \
        each power passes each one above it. The base rate knows only the gap. Figures are those \
        published last, so the test is pseudo-out-of-sample.

        With --out or --record, finished origins are kept in a folder "parts" there until all are \
        done: the same command goes on where an interrupted one stopped.
        """)

    @Option(help: ArgumentHelp("Which measure.", valueName: "name"))
    var measure = "gdp.ppp"

    @OptionGroup var own: MeasureOptions

    @Option(help: ArgumentHelp("First and last origin and the step.", valueName: "1900...2016/2"))
    var origins: OriginRange?

    @Option(help: ArgumentHelp("Years ahead, separated by commas.", valueName: "years"))
    var horizons = "5,10,20,30"

    @Option(help: ArgumentHelp("How many of the largest powers.", valueName: "count"))
    var top = 40

    @Option(help: ArgumentHelp("How many times larger an incumbent may be.", valueName: "ratio"))
    var maxRatio = 5.0

    @Option(
      help: ArgumentHelp(
        "Unbroken years that a power needs. (default: 20; 10 where figures begin in 1960)",
        valueName: "years"))
    var minHistory: Int?

    @Option(help: ArgumentHelp("Models, separated by commas, stack or all.", valueName: "names"))
    var models = "all"

    @Option(help: ArgumentHelp("How many futures a model draws.", valueName: "count"))
    var paths = 2000

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(
      help: ArgumentHelp(
        "Write events.csv, levels.csv, scores.csv and reliability.csv here.", valueName: "folder"))
    var out: String?

    @Option(
      help: ArgumentHelp(
        "Put the measure's record into this folder, as forecasts read it.", valueName: "folder"))
    var record: String?

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.dataSet()
        let backtest = try Forecasting.Backtest(figures, options: options(for: figures))
        let parts = try (out ?? record).map { try BacktestPartFolder(in: $0, run: backtest.run) }
        if let found = parts?.count(of: backtest.options.origins), found > 0 {
          StandardError.write("Going on after \(found) origins that an earlier run finished.\n")
        }
        let all = try await backtest.run(keeping: parts)
        let result = try ladder.isStacked ? backtest.stacked(all) : all
        guard !result.events.isEmpty else {
          throw Failure("There is nothing to score: \(backtest.obstacle).", .badData)
        }
        let tables = BacktestTables(result, measure: measure)
        if let out {
          let folder = try OutputFolder(out)
          try folder.write(tables.events.rendered(as: .csv), to: "events.csv")
          try folder.write(tables.levels.rendered(as: .csv), to: "levels.csv")
          try folder.write(tables.scores.rendered(as: .csv), to: "scores.csv")
          try folder.write(tables.reliability.rendered(as: .csv), to: "reliability.csv")
        }
        if let record {
          let last = figures.panels.values.compactMap(\.lastYear).filter { $0 < 2030 }.max() ?? 2025
          let entry = backtest.record(
            of: result, baseRatesAt: Array(stride(from: 1900, to: last, by: 5)) + [last])
          try RecordFolder(record).merge(entry, measure: measure)
        }
        parts?.remove()
        print(tables.scores.rendered(as: output.format), terminator: "")
        if output.format == .table {
          StandardError.write(
            "Final-vintage figures: pseudo-out-of-sample. Skill is against the base rate.\n")
        }
      }
    }

    private func options(for figures: DataSet) throws -> Forecasting.Backtest.Options {
      var options = Forecasting.Backtest.Options(
        recordOf: try own.book(for: figures).measure(named: measure, in: figures))
      if let origins { options.origins = Array(origins.years) }
      if let minHistory { options.minHistory = minHistory }
      options.horizons = try Self.years(horizons)
      options.top = top
      options.maxRatio = maxRatio
      options.futures = paths
      options.seed = seed
      options.models = try [BaseRate()] + ladder.choices.map { SimulatedBacktestModel($0.model) }
      return options
    }

    /// The models to run, and whether the stack is made of them.
    private var ladder: (choices: [ModelChoice], isStacked: Bool) {
      get throws {
        guard models != "all" else { return (ModelChoice.allCases, true) }
        let asked = names(in: models)
        let single = asked.filter { $0 != StackWeights.name }
        let isStacked = single.count < asked.count
        let choices = try ModelChoice.named(single.joined(separator: ","))
        let members = isStacked ? StackWeights.members : []
        return (choices + members.filter { !choices.contains($0) }, isStacked)
      }
    }

    private static func years(_ list: String) throws -> [Int] {
      try list.split(separator: ",").map { text in
        guard let years = Int(text), (1...100).contains(years) else {
          throw Failure("--horizons takes years from 1 to 100, not \"\(text)\".", .usage)
        }
        return years
      }.sorted()
    }

    func validate() throws {
      guard top > 1, maxRatio > 1, minHistory ?? 20 >= 10, paths > 0 else {
        throw ValidationError(
          "--top and --max-ratio must be above 1, --min-history at least 10, --paths positive.")
      }
    }
  }
}
