public import Balancing
public import Charts
import Forecasting
public import Panels

/// Who bears an alliance: whether the large bear more, the leader's part, free riding.
public struct BurdenChart: ProjectFigure {
  typealias Year = (year: Int, members: [BurdenSharing.Member])

  let alliance: PowerGroup
  let years: [Year]
  private let names: DataSet

  /// Fails where fewer than two years are known.
  public init?(_ sharing: BurdenSharing, names: DataSet) {
    alliance = sharing.alliance
    years = sharing.years.compactMap { year in
      // Why a year has no answer is told by the command; a chart leaves it out.
      (try? year.members.get()).map { (year.year, $0) }
    }
    self.names = names
    if years.count < 2 { return nil }
  }

  /// That of the findings; nothing where the incumbent is in no alliance that is measured.
  init?(_ findings: Findings) {
    guard let sharing = findings.balance.burden else { return nil }
    self.init(sharing, names: findings.context.names)
  }

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Military spending over GDP in \(alliance.name), to \(last.year); GDP at market "
        + "exchange rates",
      description: description,
      footer: [
        "A positive rank correlation means that larger members bear more than their part (Olson "
          + "and Zeckhauser 1966); the ribbon is its 90 % interval. Members of each year with both "
          + "figures.",
        SourceCredits(of: [.outputMER, .spendingMER], in: names).line,
      ],
      facets: Facets(
        [correlations, leaderShares, gaps], sharing: .none, height: 230, leastColumn: 360))
  }

  public var table: Table {
    var table = Table(
      "report burden", columns: ["alliance", "year", "quantity", "power", "value"])
    func add(_ year: Int, _ quantity: String, _ power: Power?, _ value: Double?) {
      guard let value else { return }
      table.append([
        .text(alliance.name), .year(year), .text(quantity), Table.Cell(power?.code), .ratio(value),
      ])
    }
    for (year, members) in years {
      add(year, "rank_correlation", nil, members.rankCorrelation?.value)
      add(year, "rank_correlation_low", nil, members.rankCorrelation?.low)
      add(year, "rank_correlation_high", nil, members.rankCorrelation?.high)
      add(year, "leader_share_of_spending", members[0].power, spendingShare(members))
      add(year, "leader_share_of_gdp", members[0].power, outputShare(members))
    }
    for member in shown { add(last.year, "free_ride_gap", member.power, gap(of: member)) }
    return table
  }
}

extension BurdenChart {
  private var last: Year { years[years.count - 1] }

  private func spendingShare(_ members: [BurdenSharing.Member]) -> Double {
    members[0].spending / members.spending
  }

  private func outputShare(_ members: [BurdenSharing.Member]) -> Double {
    members[0].output / members.output
  }

  private func gap(of member: BurdenSharing.Member) -> Double {
    last.members.freeRideGap(of: member)
  }

  private var correlations: Plot {
    let known = years.compactMap { year, members in
      members.rankCorrelation.map { (Double(year), $0) }
    }
    let ribbon = Ribbon(
      known.map { .init(x: $0.0, lower: $0.1.low, upper: $0.1.high) }, hue: .blue)
    let line = Line(known.map { Point(x: $0.0, y: $0.1.value) }, hue: .blue)
    return Plot(
      title: "Size and burden", subtitle: "rank correlation of GDP and burden",
      x: .years(), y: .linear(domain: -1...1), marks: [Rule(.y(0)), ribbon, line])
  }

  private var leaderShares: Plot {
    func line(_ value: ([BurdenSharing.Member]) -> Double, _ hue: Hue, _ label: String) -> Line {
      Line(
        years.map { Point(x: Double($0.year), y: value($0.members)) }, hue: hue, label: label)
    }
    let lines = [
      line(spendingShare, .vermilion, "of spending"), line(outputShare, .blue, "of GDP"),
    ]
    return Plot(
      title: "The largest member’s share",
      subtitle: "\(names.name(of: last.members[0].power)) in \(last.year)",
      x: .years(), y: .percent(), marks: lines + [DirectLabels(of: lines, remark: Numeral.percent)])
  }

  /// The largest members.
  private var shown: [BurdenSharing.Member] { Array(last.members.prefix(8)) }

  private var gaps: Plot {
    let bars = shown.enumerated().map { row, member in
      let gap = gap(of: member)
      return Bars.Bar(
        at: Double(row), value: gap * 100, hue: gap > 0 ? .blue : .vermilion,
        text: (gap > 0 ? "+" : "") + Numeral.fixed(gap * 100, places: 1))
    }
    return Plot(
      title: "Share of GDP less share of spending",
      subtitle: "the largest members in \(last.year), percentage points; to the right: bears less "
        + "than its part",
      x: .linear(), y: .bands(shown.map { names.name(of: $0.power) }),
      marks: [Rule(.x(0)), Bars(bars, direction: .horizontal)])
  }

  private var headline: String {
    let members = last.members
    let leader = SideName(Side(members[0].power), names: names).words.capitalizedFirst
    let opening =
      "\(leader) bears \(Percent(spendingShare(members)).unbroken) of \(alliance.name.possessive) spending "
      + "with \(Percent(outputShare(members)).unbroken) of its GDP"
    guard let ranks = members.rankCorrelation else { return opening }
    let more =
      ranks.low > 0
      ? "; among all members the larger bear the more"
      : ranks.high < 0
        ? "; among all members the larger bear the less"
        : "; among all members size and burden hardly go together"
    return opening + more
  }

  private var description: String {
    let gaps = shown.map { member in
      "\(names.name(of: member.power)) \(Numeral.fixed(gap(of: member) * 100, places: 1))"
    }
    let ranks = last.members.rankCorrelation.map { Numeral.fixed($0.value, places: 2) } ?? "unknown"
    return "Three panels. Rank correlation of size and burden in \(last.year): \(ranks). Share of "
      + "GDP less share of spending, in percentage points: \(gaps.joined(separator: ", "))."
  }
}
