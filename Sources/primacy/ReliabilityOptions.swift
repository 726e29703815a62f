import ArgumentParser

/// How much allies count.
struct ReliabilityOptions: ParsableArguments {
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
}
