import ArgumentParser
import Forecasting
import Panels
import Reports

extension Primacy {
  /// What would have to be true for a crossing to be as probable as asked.
  struct Solve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "solve",
      abstract:
        "Say what growth, exchange rate or burden would make a crossing as probable as asked.",
      discussion: """
        Each lever is moved alone, in equal yearly steps from now to the target year, on the same \
        joint futures; the least value that is enough is printed, and how unusual it would be: \
        its percentile among all countries' past spells of as many years.

        Examples:
          primacy solve CHN USA --measure gdp.mer --by 2040 --probability 0.5
          primacy solve CHN USA --measure milex.mer --by 2050 --probability "50 %"
        """)

    @OptionGroup var sides: ContestOptions

    @Option(help: ArgumentHelp("By which year.", valueName: "year"))
    var by: Int

    @Option(
      help: ArgumentHelp(
        "How probable the crossing is to be: 0.5 or 50%.", valueName: "probability"))
    var probability = Chance(0.5)

    @OptionGroup var futures: MeasureFutureOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.everything()
        let forecaster = try futures.forecaster(data, figures: figures, until: by)
        let contest = try sides.contest(in: figures, at: forecaster.origin)
        let solution = try await forecaster.solution(
          of: contest, on: forecaster.options.measures[0], by: by, at: probability.value)
        let tables = SolveTables(solution, names: figures)
        switch output.format {
        case .json, .csv: print(tables.long.rendered(as: output.format), terminator: "")
        case .table, .markdown:
          print(tables.sentence + "\n")
          print(tables.summary.rendered(as: output.format), terminator: "")
          print("\n" + tables.notes, terminator: "")
        }
      }
    }
  }
}

/// A probability that people give, above 0 and below 1.
struct Chance: ExpressibleByArgument, CustomStringConvertible {
  let value: Double

  init(_ value: Double) { self.value = value }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    let digits = (isPercent ? argument.dropLast() : argument[...]).filter { $0 != " " }
    guard let number = Double(digits) else { return nil }
    let value = isPercent ? number / 100 : number
    guard value > 0, value < 1 else { return nil }
    self.value = value
  }

  var description: String { "\(value)" }
}
