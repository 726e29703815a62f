public import Balancing
public import Charts
import Forecasting
public import Panels

/// The smallest coalitions that reach a leader, and whom none of them can spare.
public struct MinimalCoalitionsChart: Sendable {
  private let field: BalanceField
  private let found: MinimalCoalitions
  private let pivotal: [Double]
  private let names: DataSet

  /// Fails where no coalition reaches the leader.
  ///
  /// - Parameters:
  ///   - field: The leader, and who may balance.
  ///   - limit: How many coalitions are drawn.
  ///   - names: What powers are called.
  /// - Throws: `tooManyPlayers`.
  public init?(_ field: BalanceField, keeping limit: Int, names: DataSet) throws(BalancingError) {
    found = try field.minimal(keeping: limit)
    guard !found.coalitions.isEmpty, let indices = try field.balanceIndices() else { return nil }
    pivotal = indices.shapleyShubik
    self.field = field
    self.names = names
  }

  public var chart: Chart {
    let rows = max(found.coalitions.count, field.others.count)
    return Chart(
      title: headline,
      subtitle: "\(field.measure.heading) in \(field.year): coalitions that reach "
        + "\(leader) and would not without any one of their members; and how often each power is "
        + "pivotal",
      description: description,
      footer: [
        "A sum of members is not an alliance. Pivotal: the share of all orders of joining in which "
          + "a power’s joining reaches the leader (Shapley and Shubik 1954).",
        SourceCredits(of: [field.measure], in: names).line,
      ],
      facets: Facets(
        [coalitions, pivots], sharing: .none, height: Double(rows) * 20 + 50, leastColumn: 290))
  }

  private var leader: String { SideName(Side(field.leader.power), names: names).words }

  private var coalitions: Plot {
    let bars = found.coalitions.enumerated().map { row, coalition in
      Bars.Bar(
        at: Double(row), value: coalition.ratio, hue: .blue,
        text: Numeral.fixed(coalition.ratio, places: 2))
    }
    return Plot(
      title: "Over the leader", subtitle: "\(found.coalitions.count) of \(found.count)",
      x: .linear(),
      y: .bands(found.coalitions.map { $0.members.map(\.code).joined(separator: "+") }),
      marks: [Bars(bars, direction: .horizontal), Rule(.x(1))])
  }

  private var pivots: Plot {
    let ranked = zip(field.others, pivotal).sorted { ($0.1, $1.0.power) > ($1.1, $0.0.power) }
    let bars = ranked.enumerated().map { row, entry in
      Bars.Bar(at: Double(row), value: entry.1, hue: .green, text: Numeral.percent(entry.1))
    }
    return Plot(
      title: "Pivotal", subtitle: "share of all orders of joining", x: .percent(domain: nil),
      y: .bands(ranked.map { names.name(of: $0.0.power) }),
      marks: [Bars(bars, direction: .horizontal)])
  }

  private var headline: String {
    let ranked = zip(field.others, pivotal).max { $0.1 < $1.1 }
    let first = ranked.map { SideName(Side($0.0.power), names: names).words } ?? ""
    let chance = Percent(ranked?.1 ?? 0).unbroken
    let coalitions =
      found.count == 1
      ? "One coalition reaches" : "\(Numeral.grouped(found.count)) coalitions reach"
    return
      "\(coalitions) \(leader) on \(field.measure.title) in \(field.year); \(first) is pivotal "
      + "most often, in \(chance) of all orders of joining"
  }

  private var description: String {
    let bars = zip(field.others, pivotal).map { "\(names.name(of: $0.power)) \(Percent($1))" }
    return "Bars of coalitions over the leader, and of how often each power is pivotal: "
      + bars.joined(separator: ", ") + "."
  }
}
