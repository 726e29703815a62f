import Archive
import ArgumentParser
import Forecasting
import Reports
import Updates

extension Primacy {
  /// How the published forecasts moved from night to night, and why.
  struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history",
      abstract: "Show how published probabilities moved, and what moved them.",
      discussion: """
        A change is split, in this order, into version and models, revised figures, new years, and \
        random numbers, by forecasting again with the old and the new of each. The parts add up to \
        the change.
        """)

    @Option(help: ArgumentHelp("Only of these measures, separated by commas.", valueName: "names"))
    var measures: String?

    @Option(help: ArgumentHelp("Only the last runs.", valueName: "count"))
    var last: Int?

    @Flag(help: "Only what moved.")
    var moved = false

    @OptionGroup var state: StateOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if let last, last < 1 { throw ValidationError("--last must be positive.") }
    }

    func run() async throws {
      try await Failure.reporting {
        let archive = try Archive(existing: state.places.archive)
        let published = try archive.runs(in: [.published])
        let runs = published.suffix(last ?? published.count)
        let wanted = measures.map { Set(names(in: $0)) }
        let moves = try runs.map { run -> (run: Int, moves: [ForecastMove]) in
          (
            run.number,
            try archive.moves(of: run.number).filter { move in
              wanted?.contains(move.measure) ?? true && (!moved || (move.change ?? 0) != 0)
            }
          )
        }
        print(HistoryTable.table(moves).rendered(as: output.format), terminator: "")
        for run in runs {
          let causes = try archive.causes(of: run.number)
          if let words = HistoryTable.words(causes, run: run.number) {
            StandardError.write("\(words)\n")
          }
        }
      }
    }
  }
}
