import ArgumentParser
import Forecasting
import Panels

/// Whose ratio a command is about, and how much allies count.
struct ContestOptions: ParsableArguments {
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

  func validate() throws {
    guard (0...1).contains(reliability) else {
      throw ValidationError("--reliability must be a number from 0 to 1.")
    }
  }

  /// The contest, its sides with the members that they have at an origin.
  ///
  /// - Throws: `UnknownName` with the nearest names; what is wrong with the sides.
  func contest(in figures: DataSet, at origin: Int) throws -> Contest {
    try Contest(
      challenger: figures.side(named: challenger, in: origin, reliability: reliability),
      incumbent: figures.side(named: incumbent, in: origin, reliability: reliability))
  }
}
