import ArgumentParser

extension Primacy {
  /// What powers are compared by.
  struct Measures: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "measure",
      abstract: "List the measures of power, and show what one is made of.",
      discussion: """
        A YAML file adds measures of your own, which every command takes by --measures-file:

          measures:
            - name: reach
              title: military reach
              unit: weighted mean of world shares
              formula: 0.6 * share(stock(milex.mppp, 0.08)) + 0.4 * share(military_personnel)
            - name: blend
              weights: { gdp.mer: 1, gdp.ppp: 1 }

        A formula is made of numbers, names of indicators and measures, + - * / ^, parentheses, \
        and share(x), relative(x) to the United States, stock(x, rate), log(x), max(x, y), \
        mean(x, y), component(x, y). A number may carry a unit, as 1095 [intl$/person].
        """,
      subcommands: [MeasureList.self, MeasureShow.self])
  }
}
