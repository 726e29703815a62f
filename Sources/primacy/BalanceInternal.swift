import ArgumentParser
import Balancing
import Forecasting
import Panels
import Reports

extension Primacy.Balance {
  /// Who arms beyond growth.
  struct Internal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "internal",
      abstract: "Rank states by how much their military effort rose beyond their growth.",
      discussion: """
        Effort is the change of the logarithm of military spending less that of GDP: 0.1 means \
        that spending rose by about a tenth more than output.

        Examples:
          primacy balance internal
          primacy balance internal --periods 1992-2001,2001-2014,2014-2024 --powers NATO
          primacy balance internal --growth CHN --from 2005 --to 2010
        """)

    @Option(
      help: ArgumentHelp(
        "Show one state's spending growth year by year, by series.", valueName: "power"))
    var growth: String?

    @Option(help: ArgumentHelp("Periods, as in 1992-2001,2001-2014.", valueName: "periods"))
    var periods: String?

    @Option(
      help: ArgumentHelp("How many years back, where no period is given.", valueName: "years"))
    var span = 5

    @Option(help: ArgumentHelp("So many of the largest spenders.", valueName: "count"))
    var top = 30

    @Option(help: ArgumentHelp("With whose growth growth is compared.", valueName: "power"))
    var against = "USA"

    @Option(
      help: ArgumentHelp("The measure of effort; milex.mer by default.", valueName: "name"))
    var measure: String?

    @Option(
      help: ArgumentHelp(
        "The measure of output, at the same prices; gdp.mer by default.", valueName: "name"))
    var growthMeasure: String?

    @OptionGroup var chart: ChartFileOptions
    @OptionGroup var set: PowerSetOptions
    @OptionGroup var years: YearOptions
    @OptionGroup var own: MeasureOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (1...100).contains(span) else { throw ValidationError("--span must be 1 to 100.") }
      guard top > 1 else { throw ValidationError("--top must be 2 or more.") }
      _ = try parsedPeriods()
    }

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.dataSet()
        let table = try growth.map { try growthTable($0, figures) } ?? league(figures)
        print(table.rendered(as: output.format), terminator: "")
      }
    }

    private func growthTable(_ text: String, _ figures: DataSet) throws -> Table {
      let power = try figures.power(named: text)
      let all = SpendingGrowth.years(of: power, in: figures)
      let known = all.first.flatMap { first in all.last.map { first.year...$0.year } }
      let shown = years.years(within: known)
      if let known, let shown, shown.upperBound > known.upperBound {
        let why = Unavailable.sourceEnds(known.upperBound)
        StandardError.write("primacy: a later year is \(why).\n")
      }
      if all.contains(where: { $0.announced != nil && shown?.contains($0.year) == true }) {
        StandardError.write(InternalTables.announcementNote)
      }
      return InternalTables.growth(power, all.filter { shown?.contains($0.year) ?? false })
    }

    private func league(_ figures: DataSet) throws -> Table {
      let book = try own.book(for: figures)
      let spending = try measure.map { try book.measure(named: $0, in: figures) } ?? .spendingMER
      let output = try growthMeasure.map { try book.measure(named: $0, in: figures) } ?? .outputMER
      let record = EffortRecord(figures, spending: spending, output: output)
      guard let coverage = record.coverage else {
        throw BalancingError.withoutFigure(
          measure: spending.name, year: years.year ?? 0, .tooFewMembers(0))
      }
      let last = years.year ?? years.to ?? coverage.upperBound
      let periods = try parsedPeriods() ?? [(years.from ?? last - span)...last]
      let reference = try figures.power(named: against)
      var table = InternalTables.emptyLeague
      for period in periods {
        let powers =
          try set.powers == nil
          ? record.largest(top, in: min(period.upperBound, coverage.upperBound))
          : set.set(in: figures).members(in: period.upperBound)
        let changes = powers.map { record.change(of: $0, over: period) }
        try draw(changes, figures)
        table.append(
          InternalTables.league(changes, reference: record.change(of: reference, over: period)))
      }
      return table
    }

    /// The chart of the last period, with the growth of the state named, or of China.
    private func draw(_ changes: [EffortChange], _ figures: DataSet) throws {
      let power = try growth.map { try figures.power(named: $0) } ?? .china
      let years = SpendingGrowth.years(of: power, in: figures)
      try chart.write(EffortChart(changes, growth: years, of: power, names: figures)?.chart)
    }

    private func parsedPeriods() throws -> [ClosedRange<Int>]? {
      try periods?.split(separator: ",").map { text in
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] < ends[1], ends[0] > 0, ends[1] <= 2200 else {
          throw ValidationError("A period is two years, as in 1992-2001, and \(text) is not.")
        }
        return ends[0]...ends[1]
      }
    }
  }
}
