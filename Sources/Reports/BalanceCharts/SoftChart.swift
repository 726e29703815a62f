public import Balancing
public import Charts
import Forecasting
public import Panels

/// How far states stand from the leader in votes, beside where their own trends would have them.
public struct SoftChart: Sendable {
  let record: SoftRecord
  let states: [Power]
  let baseline: SoftRecord.Baseline
  let last: Int
  /// How far states stand from their trends in the last year.
  let departures: [(state: Power, departure: Double)]
  private let names: DataSet

  /// Fails where no state has a trend.
  ///
  /// - Parameters:
  ///   - record: Votes and agreements.
  ///   - states: At most nine are drawn.
  ///   - year: The last year drawn.
  ///   - baseline: The years whose trend is carried on.
  ///   - names: What powers are called.
  public init?(
    _ record: SoftRecord, of states: [Power], through year: Int, baseline: SoftRecord.Baseline,
    names: DataSet
  ) {
    let known = states.filter { record.trend(of: $0, over: baseline) != nil }.prefix(9)
    guard !known.isEmpty, baseline.end < year else { return nil }
    self.record = record
    self.states = Array(known)
    self.baseline = baseline
    self.names = names
    last = year
    departures = known.compactMap { state in
      // A state without a position in the last year has no departure to tell.
      guard let sign = try? record.signs(of: state, in: year, against: baseline).distance.get()
      else { return nil }
      return sign.departure.map { (state: state, departure: $0) }
    }
  }

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Distance from \(phrase(record.leader)) in votes of the UN General Assembly, in "
        + "units of ideal points",
      description: description,
      footer: [
        "A straight line through the years before is a poor prophet, the leader’s position moves as "
          + "well, and a departure does not say why.",
        SourceCredits.line("Bailey, Strezhnev and Voeten, ideal points of all votes", names),
      ],
      legend: [
        .init(.line(.blue), "distance"),
        .init(
          .line(.vermilion, .dashed),
          "own trend of \(baseline.first)–\(baseline.end), carried on"),
        .init(.area(.vermilion, opacity: 0.15), "what the trend leaves open, 90\u{A0}%"),
      ],
      facets: Facets(states.map(plot), sharing: .both, height: 150, leastColumn: 190))
  }

  private func plot(of state: Power) -> Plot {
    let years = baseline.first...last
    let observed = Line(
      years.map { Point(x: Double($0), y: record.distance(of: state, in: $0) ?? .nan) },
      hue: .blue)
    guard let trend = record.trend(of: state, over: baseline) else {
      return Plot(title: names.name(of: state), x: .years(), y: .linear(), marks: [observed])
    }
    let line = Line(
      years.map { Point(x: Double($0), y: max(0, trend.value(in: $0))) }, hue: .vermilion,
      stroke: .dashed)
    let band = Ribbon(
      (baseline.end...last).map { year in
        let (middle, width) = (trend.value(in: year), 1.645 * trend.error(in: year))
        return .init(x: Double(year), lower: max(0, middle - width), upper: max(0, middle + width))
      }, hue: .vermilion, opacity: 0.15)
    return Plot(
      title: names.name(of: state), x: .years(), y: .linear(), marks: [band, line, observed])
  }

  /// A row a state and year.
  var table: Table {
    var table = Table("report soft", columns: ["state", "year", "distance", "trend"])
    for state in states {
      let trend = record.trend(of: state, over: baseline)
      for year in baseline.first...last {
        let distance = record.distance(of: state, in: year)
        let expected = trend.map { max(0, $0.value(in: year)) }
        table.append([
          .text(state.code), .year(year), distance.map { .ratio($0) } ?? .missing,
          expected.map { .ratio($0) } ?? .missing,
        ])
      }
    }
    return table
  }

  private func phrase(_ power: Power) -> String { SideName(Side(power), names: names).words }

  var headline: String {
    let away = departures.filter { $0.departure > 0 }
    let all = departures.count
    let leader = phrase(record.leader)
    let states = all == 1 ? "one large state" : "\(Cardinal(all)) large states"
    let own = away.count == 1 ? "its own trend" : "their own trends"
    let words =
      "\(Cardinal(away.count)) of \(states) stood farther from \(leader) in UN votes in \(last) "
      + "than \(own) had it"
    return words.capitalizedFirst
  }

  private var description: String {
    let words = departures.map { state, departure in
      "\(names.name(of: state)) \(Numeral.fixed(departure, places: 2))"
    }
    return "A panel a state: distance by year, and the trend. Departures in \(last): "
      + words.joined(separator: ", ") + "."
  }
}
