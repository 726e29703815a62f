import ArgumentParser
import Balancing
import Forecasting
import Panels
import Reports

extension Primacy.Balance {
  /// Which coalitions match the leader, and whom they cannot do without.
  struct Coalitions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "coalitions",
      abstract: "Say which coalitions match the leader, now and in joint futures.",
      discussion: """
        By default lists the minimal coalitions of the largest powers that reach the leader's \
        power: without any one member they would not.

        Examples:
          primacy balance coalitions --measures milex.mer
          primacy balance coalitions --ratio --side NATO --against CHN+RUS --reliability 0.75
          primacy balance coalitions --indices --powers CHN+USA+IND+RUS+JPN+DEU
          primacy balance coalitions --future --side CHN+RUS --against USA
        """)

    /// What is shown.
    enum View: String, EnumerableFlag {
      case minimal
      case ratio
      case indices
      case future

      static func help(for view: View) -> ArgumentHelp? {
        switch view {
        case .minimal: "The minimal coalitions that reach the leader (this is the default)."
        case .ratio: "One side over another, and without each member."
        case .indices: "How often each power is pivotal: Shapley-Shubik and Banzhaf."
        case .future: "The probability by year that coalitions reach the leader."
        }
      }
    }

    @Flag(exclusivity: .exclusive) var view = View.minimal

    @Option(help: ArgumentHelp("A coalition: codes, names or alliances joined by +."))
    var side: String?

    @Option(help: ArgumentHelp("Whom it is compared with; the leader where none is named."))
    var against: String?

    @Option(help: ArgumentHelp("So many of the largest powers.", valueName: "count"))
    var top = 12

    @Option(help: ArgumentHelp("Show at most so many coalitions.", valueName: "count"))
    var limit = 20

    @OptionGroup var allies: ReliabilityOptions

    @Flag(help: "Draw in each future whether an ally is reliable, instead of counting a fraction.")
    var drawn = false

    @OptionGroup var chart: ChartFileOptions
    @OptionGroup var set: PowerSetOptions
    @OptionGroup var years: YearOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var simulation: BalanceFutureOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (2...WeightedGame.mostPlayers).contains(top) else {
        throw ValidationError("--top must be 2 to \(WeightedGame.mostPlayers).")
      }
      guard limit > 0 else { throw ValidationError("--limit must be positive.") }
      guard view != .ratio || side != nil else {
        throw ValidationError("--ratio needs a coalition, as in --side CHN+RUS.")
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
      var table = CoalitionTables.empty(view)
      let measures = try chosen(from: figures)
      if view == .ratio { try drawRatio(measures, figures) }
      for (place, measure) in measures.enumerated() {
        let field = try field(measure, in: figures)
        if place == 0, view == .minimal || view == .indices {
          let drawing = try MinimalCoalitionsChart(field, keeping: limit, names: figures)
          try chart.write(drawing?.chart)
        }
        switch view {
        case .minimal: table.append(try CoalitionTables.minimal(field, limit, note: note))
        case .indices: table.append(try CoalitionTables.indices(field))
        case .ratio:
          table.append(
            try CoalitionTables.ratios(
              field, in: figures, years, side ?? "", against, allies.reliability))
        case .future:
          let forecasts = try await forecasts(field)
          if place == 0 {
            let drawing = CoalitionsChart(
              [], on: [], through: field.year, futures: forecasts, names: figures)
            try chart.write(drawing?.chart)
          }
          for forecast in forecasts {
            let years = shown(after: forecast.years.upperBound - simulation.horizon)
            table.append(CoalitionTables.future(forecast, shownYears: years))
          }
        }
      }
      return table
    }

    private func chosen(from figures: DataSet) throws -> [Measure] {
      let all = try simulation.options(for: figures).measures
      guard simulation.measures == nil, view != .ratio else { return all }
      return [all.first { $0 == .spendingMER } ?? all[0]]
    }

    private func field(_ measure: Measure, in figures: DataSet) throws -> BalanceField {
      let members = set.powers == nil ? nil : try set.set(in: figures)
      return try BalanceField(
        measure, in: figures, year: years.year, members: members, top: top,
        leader: against.flatMap { text in try? figures.power(named: text) })
    }

    private func forecasts(_ field: BalanceField) async throws -> [ParityForecast] {
      let figures = try data.everything()
      var options = try simulation.options(for: figures)
      options.measures = [field.measure]
      options.need = .every
      let forecaster = try Forecaster(
        figures, origin: data.asOf, options: options, record: data.record())
      let leader =
        try against.map { try figures.side(named: $0).members } ?? [field.leader.power]
      guard leader.count == 1 else {
        throw Failure("--future compares coalitions with one power; name it by --against.", .usage)
      }
      let coalitions =
        try side.map { [try figures.side(named: $0, in: forecaster.origin).members] }
        ?? field.minimal(keeping: min(limit, 10)).coalitions.map(\.members)
      let all = Set(coalitions.flatMap(\.self))
      guard !all.contains(leader[0]) else {
        throw BalancingError.leaderInCoalition(leader[0])
      }
      let futures = try forecaster.futures(of: all.sorted() + leader)
      return await ParityForecast.forecasts(
        of: coalitions, against: leader[0], in: futures,
        reliability: drawn ? .drawn(allies.reliability) : .fixed(allies.reliability))
    }

    /// All years for a program, the headline's for a reader.
    private func shown(after origin: Int) -> [Int] {
      switch output.format {
      case .csv, .json: Array(origin + 1...origin + simulation.horizon)
      case .table, .markdown: HeadlineYears(origin: origin, horizon: simulation.horizon).years
      }
    }

    /// One side over the other, and over the leader where no other is named, on every measure.
    private func drawRatio(_ measures: [Measure], _ figures: DataSet) throws {
      guard chart.path != nil, let first = measures.first else { return }
      let field = try field(first, in: figures)
      let above = try figures.side(named: side ?? "", in: field.year)
      let below =
        try against.map { try figures.side(named: $0, in: field.year) } ?? Side(field.leader.power)
      let pair = CoalitionsChart.Pair(
        "\(above.name) / \(below.name)", above: above.members, below: below.members)
      try chart.write(
        CoalitionsChart([pair], on: measures, through: field.year, names: figures)?.chart)
    }

    private func note(_ words: String) { StandardError.write("primacy: \(words)\n") }
  }
}
