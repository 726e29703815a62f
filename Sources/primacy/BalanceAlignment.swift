import ArgumentParser
import Balancing
import Forecasting
import Panels
import Reports

extension Primacy.Balance {
  /// Whether states balance or bandwagon.
  struct AlignmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "alignment",
      abstract: "Say how probable it is that a state balances or bandwagons, learned from pacts.",
      discussion: """
        The threatening side is the major power that threatens a state most; its rivals are the \
        majors without a defence pact with it. A state bandwagons if it has a defence pact with \
        the one, and balances if it has one with one of the others. Four regressions say how \
        pacts are formed and kept; alliances are known to 2018. The test is shown without a ridge \
        and with the one of the forecasts.

        Examples:
          primacy balance alignment
          primacy balance alignment --test
          primacy balance alignment --score
          primacy balance alignment --states POL+UKR+JPN --format csv
        """)

    /// What is shown.
    enum View: String, EnumerableFlag {
      case now
      case estimates
      case test
      case score
      case observations

      static func help(for view: View) -> ArgumentHelp? {
        switch view {
        case .now: "Each state's probabilities for the next year (this is the default)."
        case .estimates: "The coefficients of the four regressions, clustered by state."
        case .test: "Whether the very weak neighbour bandwagons and the middle power balances."
        case .score: "How well alignments were forecast a year ahead, against persistence."
        case .observations: "The state-years behind the regressions, for other programs."
        }
      }
    }

    @Flag(exclusivity: .exclusive) var view = View.now

    @Option(help: ArgumentHelp("Only these states, joined by +.", valueName: "states"))
    var states: String?

    @Option(help: "The ridge's strength; by cross-validation where none is given, 0 for no ridge.")
    var ridge: Double?

    @OptionGroup var threat: ThreatOptions
    @OptionGroup var chart: ChartFileOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if let ridge, !ridge.isFinite || ridge < 0 {
        throw ValidationError("--ridge must be a number from 0.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let table = try await table()
        print(table.rendered(as: output.format), terminator: "")
      }
    }

    private func table() async throws -> Table {
      let figures = try data.dataSet()
      let chosen = try states.map { try figures.side(named: $0).members }
      let record = try await record(figures)
      if chart.path != nil {
        let free = await AlignmentModel(record, ridge: .none)
        try chart.write(AlignmentChart(record, free, names: figures)?.chart)
      }
      switch view {
      case .observations: return AlignmentTables.observations(record, of: chosen)
      case .score:
        let last = record.lastYear - 1
        let scores = await AlignmentScore.scores(
          of: record, from: Array(stride(from: 1870, through: max(1870, last), by: 10)))
        return AlignmentTables.scores(scores)
      case .now, .estimates, .test: break
      }
      let model = await AlignmentModel(record, ridge: penalty)
      guard !model.fits.isEmpty else { throw BalancingError.degenerate("the record of pacts") }
      note(record, model)
      switch view {
      case .estimates: return AlignmentTables.estimates(model)
      case .test:
        let free = await AlignmentModel(record, ridge: .none)
        return AlignmentTables.tests([free, model])
      default: return AlignmentTables.now(record, model, of: chosen)
      }
    }

    private func record(_ figures: DataSet) async throws -> AlignmentRecord {
      var options = try threat.options()
      // Votes begin in 1946, and the threatening side is to be found by the same rule throughout.
      options.weights[.ideals] = 0
      options.carries = true
      let measure = try threat.power(in: figures)
      let field = try ThreatField(
        measure, spending: threat.spending(in: figures, year: 1816), data: figures,
        relations: data.relations(), options: options)
      return await AlignmentRecord(field, majors: try figures.group(named: PowerGroup.majors))
    }

    private var penalty: AlignmentFit.Ridge {
      guard let ridge else { return .standard }
      return ridge == 0 ? .none : .fixed(ridge)
    }

    private func note(_ record: AlignmentRecord, _ model: AlignmentModel) {
      let years = model.fits.map(\.years)
      guard let first = years.map(\.lowerBound).min(), let last = years.map(\.upperBound).max()
      else { return }
      StandardError.write(
        """
        primacy: estimated on \(first)-\(last); alliances are known to \(record.lastYear), and \
        \(record.omitted) state-years without a figure are left out.

        """)
    }
  }
}
