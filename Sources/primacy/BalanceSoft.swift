import ArgumentParser
import Balancing
import Forecasting
import Panels
import Reports

extension Primacy.Balance {
  /// Who leans away from the leader without arms.
  struct Soft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "soft",
      abstract: "Show votes, trade agreements and groups away from the leader, against own trends.",
      discussion: """
        Distances are in UN ideal points. The counterfactual carries each state's own linear trend \
        of the baseline on. Agreements are counted by signature: those that join the rival and \
        leave the leader out, over all. Nothing of this is added to hard power, and a departure \
        from a trend does not say why.

        Examples:
          primacy balance soft
          primacy balance soft --states DEU+FRA+BRA --since 2003
          primacy balance soft --from 1990 --to 2024 --states IND --format csv
        """)

    @Option(help: ArgumentHelp("Only these states or alliances, joined by +.", valueName: "states"))
    var states: String?

    @Option(help: "The leader from whom states may lean away.")
    var leader = "USA"

    @Option(help: "The rival with whom agreements and groups may be made.")
    var rival = "CHN"

    @Option(
      help: ArgumentHelp(
        "Carry on the trend up to this year; ten years before by default.", valueName: "year"))
    var since: Int?

    @Option(help: ArgumentHelp("How many years make the trend.", valueName: "years"))
    var baseline = 20

    @Option(help: ArgumentHelp("So many of the largest economies.", valueName: "count"))
    var top = 30

    @OptionGroup var chart: ChartFileOptions
    @OptionGroup var years: YearOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (5...100).contains(baseline) else {
        throw ValidationError("--baseline must be 5 to 100.")
      }
      guard top > 0 else { throw ValidationError("--top must be positive.") }
      if let since, !(1...2200).contains(since) {
        throw ValidationError("--since must be a year.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.dataSet()
        let (away, towards) = (try figures.power(named: leader), try figures.power(named: rival))
        guard away != towards else { throw BalancingError.onePower(away.code) }
        let record = SoftRecord(
          try data.relations(), groups: Array(figures.groups.values), leader: away,
          rival: towards)
        let last = record.lastYear ?? 0
        let isOneYear = years.from == nil && years.to == nil
        let known = isOneYear ? last...last : 1946...last
        let span = years.years(within: known) ?? known
        let chosen = try states.map { try figures.side(named: $0).members }
        let economies = MeasureRecord(Measure.outputPPP.resolved(in: figures), data: figures)
        let lastEconomy = economies.coverage()?.upperBound ?? 0
        let base = SoftRecord.Baseline(
          end: since ?? (isOneYear ? span.upperBound : span.lowerBound) - 10, length: baseline)
        try chart.write(
          SoftChart(
            record,
            of: chosen
              ?? economies.largest(11, in: min(span.upperBound, lastEconomy))
              .filter { $0 != away && $0 != towards }, through: span.upperBound, baseline: base,
            names: figures)?.chart)
        let rows = span.flatMap { year -> [SoftBalancing] in
          let largest = economies.largest(top + 2, in: min(year, lastEconomy))
          let states = chosen ?? Array(largest.filter { $0 != away && $0 != towards }.prefix(top))
          let signs = states.map { record.signs(of: $0, in: year, against: base) }
          return chosen == nil ? SoftTables.ranked(signs) : signs
        }
        let table = SoftTables.table(rows, base)
        print(table.rendered(as: output.format), terminator: "")
      }
    }
  }
}
