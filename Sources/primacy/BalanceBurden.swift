import ArgumentParser
import Balancing
import Forecasting
import Panels
import Reports

extension Primacy.Balance {
  /// Who bears an alliance's burden.
  struct Burden: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "burden",
      abstract: "Say whether an alliance's larger members bear more than their part.",
      discussion: """
        The correlation is Spearman's, of GDP at market rates and military spending over GDP, with \
        a 90 % interval. Members without figures are not counted.

        Examples:
          primacy balance burden --alliance NATO
          primacy balance burden --members --year 2024
          primacy balance burden --alliance EU27 --strength
        """)

    /// What is shown.
    enum View: String, EnumerableFlag {
      case correlation
      case members
      case strength

      static func help(for view: View) -> ArgumentHelp? {
        switch view {
        case .correlation: "The correlation of size and burden by year (this is the default)."
        case .members: "Each member's shares and free-ride gap."
        case .strength: "What the alliance spends, its best shot, and without free riding."
        }
      }
    }

    @Flag(exclusivity: .exclusive) var view = View.correlation

    @Option(help: "NATO, WARSAW, EU, EU27, BRICS, SCO, QUAD, AUKUS or MAJORS.")
    var alliance = "NATO"

    @Option(
      help: ArgumentHelp(
        "The measure or indicator of size; gdp.mer by default.", valueName: "name"))
    var measure: String?

    @OptionGroup var chart: ChartFileOptions
    @OptionGroup var years: YearOptions
    @OptionGroup var own: MeasureOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.dataSet()
        let group = try figures.group(named: alliance)
        let book = try own.book(for: figures)
        let size = try measure.map { try book.measure(named: $0, in: figures) } ?? .outputMER
        let all = BurdenSharing(group, in: figures, size: size)
        let known = all.years.first.flatMap { first in all.years.last.map { first.year...$0.year } }
        let asked =
          view == .members && years.year == nil && years.from == nil && years.to == nil
          ? known.map { $0.upperBound...$0.upperBound } : years.years(within: known)
        let sharing =
          asked == known ? all : BurdenSharing(group, in: figures, years: asked, size: size)
        try chart.write(BurdenChart(years.year == nil ? sharing : all, names: figures)?.chart)
        print(BurdenTables(sharing).table(view).rendered(as: output.format), terminator: "")
      }
    }
  }
}
