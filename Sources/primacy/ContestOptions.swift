import ArgumentParser
import Forecasting
import Panels

/// Whose ratio a command is about, and how much allies count.
struct ContestOptions: ParsableArguments {
  @Argument(help: "The rising power: a code, a common name, or several joined by +.")
  var challenger = "CHN"

  @Argument(help: "The leading power.")
  var incumbent = "USA"

  @OptionGroup var allies: ReliabilityOptions

  /// The contest, its sides with the members that they have at an origin.
  ///
  /// - Throws: `UnknownName` with the nearest names; what is wrong with the sides.
  func contest(in figures: DataSet, at origin: Int) throws -> Contest {
    try Contest(
      challenger: figures.side(named: challenger, in: origin, reliability: allies.reliability),
      incumbent: figures.side(named: incumbent, in: origin, reliability: allies.reliability))
  }
}
