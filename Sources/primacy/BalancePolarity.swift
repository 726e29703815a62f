public import ArgumentParser
public import Balancing
import Forecasting
import Panels
import Reports

extension Primacy.Balance {
  /// How concentrated power is, and how many poles there are.
  struct Polarity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "polarity",
      abstract: "Say how concentrated power is among some powers, and how many poles there are.",
      discussion: """
        Shares are of the sum over the powers compared, on any measure or indicator.
        Concentration is Ray and Singer's, from 0 (all equal) to 1 (one has all).
        second_ratio is the second over the leader.

        Examples:
          primacy balance polarity --year 2016 --measures cinc.cow,gdp.ppp
          primacy balance polarity --future
          primacy balance polarity --spells --rule half-leader
          primacy balance polarity --powers USA+CHN+IND+RUS --measures gdp.mer
        """)

    /// What is shown.
    enum View: String, EnumerableFlag {
      case orders
      case future
      case spells
      case survival
      case margins

      static func help(for view: View) -> ArgumentHelp? {
        switch view {
        case .orders: "Shares and orders year by year (this is the default)."
        case .future: "The probability of each order by year, from joint futures."
        case .spells: "How long each order lasted."
        case .survival: "Kaplan and Meier's curve of how long orders last."
        case .margins: "The leader's widest margin before 1991 and since, on every measure."
        }
      }
    }

    @Flag(exclusivity: .exclusive) var view = View.orders

    @Option(help: "How poles are told: modelski-thompson or half-leader.")
    var rule = PolarityRule.modelskiThompson

    @Flag(help: "Add movement, both margins, poles and the other rule to the orders.")
    var details = false

    @OptionGroup var chart: ChartFileOptions
    @OptionGroup var set: PowerSetOptions
    @OptionGroup var years: YearOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var simulation: BalanceFutureOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        let table = view == .future ? try await future() : try past()
        print(table.rendered(as: output.format), terminator: "")
      }
    }

    private func past() throws -> Table {
      let figures = try data.dataSet()
      let set = try set.set(in: figures)
      let measures = try chosen(from: figures)
      let records = try measures.map { measure in
        let record = try PolarityRecord(measure, of: set, in: figures)
        guard view == .orders else { return record }
        let span = years.years(within: record.span)
        return span == record.span
          ? record : try PolarityRecord(measure, of: set, in: figures, years: span)
      }
      note(set, records)
      let whole =
        chart.path == nil || years.year == nil
        ? records : try measures.map { try PolarityRecord($0, of: set, in: figures) }
      try chart.write(PolarityChart(whole, rule: rule, names: figures)?.chart)
      let tables = PolarityTables(records: records, rule: rule)
      switch view {
      case .spells: return tables.spells
      case .survival: return tables.survival
      case .margins: return tables.margins
      case .orders, .future: return details ? tables.details : tables.orders
      }
    }

    /// The measures named; else the published index, or all where margins are compared.
    private func chosen(from figures: DataSet) throws -> [Measure] {
      if simulation.measures != nil { return try simulation.options(for: figures).measures }
      let index = figures[.capabilityCOW].map { [Measure($0.indicator)] } ?? []
      guard view == .margins || index.isEmpty else { return index }
      // Spending since 1816, which the measures that are forecast do not reach.
      let past = figures[.militarySpendingCOW].map { [Measure($0.indicator)] } ?? []
      return try index + past + simulation.options(for: figures).measures
    }

    private func future() async throws -> Table {
      let figures = try data.everything()
      let options = try simulation.options(for: figures)
      let forecaster = try Forecaster(
        figures, origin: data.asOf, options: options, record: data.record())
      let set = try set.set(in: figures)
      let futures = try forecaster.futures(of: set.members(in: forecaster.origin))
      let forecasts = await PolarityForecast.forecasts(
        of: futures, by: rule, data: forecaster.data)
      note(set, [])
      let records = try forecasts.map {
        try PolarityRecord($0.measure, of: set, in: forecaster.data)
      }
      try chart.write(
        PolarityChart(records, futures: forecasts, rule: rule, names: forecaster.data)?.chart)
      return PolarityTables.future(forecasts, shownYears: shown(after: forecaster.origin))
    }

    /// All years for a program, the headline's for a reader.
    private func shown(after origin: Int) -> [Int] {
      switch output.format {
      case .csv, .json: Array(origin + 1...origin + simulation.horizon)
      case .table, .markdown:
        HeadlineYears(origin: origin, horizon: simulation.horizon).years
      }
    }

    private func note(_ set: PowerSet, _ records: [PolarityRecord]) {
      if records.contains(where: { $0.measure.name.hasPrefix("cinc") }) {
        StandardError.write(
          "primacy: cinc counts people, steel and energy, and China leads it; see other measures.\n"
        )
      }
      if case .group(let group) = set, let end = group.years?.upperBound, end < Int.max,
        view == .future || records.contains(where: { ($0.span?.upperBound ?? end) > end })
      {
        StandardError.write(
          "primacy: the list \(group.name) ends in \(end); later years keep its last members.\n")
      }
    }
  }
}

extension PolarityRule: ExpressibleByArgument {}

extension PolarityRecord {
  /// The years of the record.
  var span: ClosedRange<Int>? {
    guard let first = entries.first?.year, let last = entries.last?.year else { return nil }
    return first...last
  }
}
