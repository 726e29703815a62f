import ArgumentParser
import Balancing
import Forecasting
import Panels
import Reports

extension Primacy.Balance {
  /// Whether pairs arm against one another, and whether it settles.
  struct ArmsRaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "arms-race",
      abstract: "Say how two states' burdens answer each other, and whether that settles.",
      discussion: """
        Fits Richardson's equations to observed burdens, reactions drawn towards zero. Burdens \
        answer those of the year before, so that answers within a year, common causes and \
        expectations are not told apart: the reactions are no proof of a cause.

        Examples:
          primacy balance arms-race
          primacy balance arms-race CHN USA --path
          primacy balance arms-race IND PAK --parameters --reaction-deviation 0.2
        """)

    /// What is shown.
    enum View: String, EnumerableFlag {
      case summary
      case parameters
      case path

      static func help(for view: View) -> ArgumentHelp? {
        switch view {
        case .summary: "Reactions, loop gain and stability of each pair (this is the default)."
        case .parameters: "Every parameter, and the equilibrium."
        case .path: "What both do after the first's burden rises by one point."
        }
      }
    }

    @Argument(help: "The first state; several pairs where none is named.")
    var first: String?

    @Argument(help: "The second state.")
    var second: String?

    @Flag(exclusivity: .exclusive) var view = View.summary

    @Option(help: "How many years to follow the path.")
    var horizon = 20

    @Option(help: "The prior's standard deviation of reactions.")
    var reactionDeviation = 0.1

    @Option(help: "The seed of the draws.")
    var seed: UInt64 = 1

    @Option(
      help: ArgumentHelp(
        "Race in a measure or indicator, in percent of the pair's largest level, instead of in "
          + "burdens.", valueName: "name"))
    var measure: String?

    @OptionGroup var chart: ChartFileOptions
    @OptionGroup var own: MeasureOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (first == nil) == (second == nil) else {
        throw ValidationError("An arms race takes two states, as in CHN USA.")
      }
      guard (1...200).contains(horizon) else {
        throw ValidationError("--horizon must be 1 to 200.")
      }
      guard reactionDeviation.isFinite, reactionDeviation > 0 else {
        throw ValidationError("--reaction-deviation must be a positive number.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.dataSet()
        var prior = ArmsRacePrior()
        prior.reactionDeviation = reactionDeviation
        let book = try own.book(for: figures)
        let measure = try measure.map { try book.measure(named: $0, in: figures) }
        let races = try pairs(in: figures, measure).map { pair in
          try ArmsRace(
            pair.0, pair.1, in: figures, measure: measure, prior: prior, seed: seed)
        }
        try chart.write(ArmsRaceChart(races, horizon: horizon, names: figures)?.chart)
        let table =
          switch view {
          case .summary: ArmsRaceTables.summary(races)
          case .parameters: ArmsRaceTables.parameters(races)
          case .path: ArmsRaceTables.path(races, years: horizon)
          }
        print(table.rendered(as: output.format), terminator: "")
      }
    }

    /// The pair named, or those of the default that have enough years.
    private func pairs(in figures: DataSet, _ measure: Measure?) throws -> [(Power, Power)] {
      if let first, let second {
        return [(try figures.power(named: first), try figures.power(named: second))]
      }
      return ArmsRace.pairs.filter { pair in
        (try? ArmsRace(pair.first, pair.second, in: figures, measure: measure)) != nil
      }.map { ($0.first, $0.second) }
    }
  }
}
