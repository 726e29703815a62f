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
  /// How far states stand from their trends in the last year, and whether a trend leaves that open.
  let departures: [(state: Power, departure: Double, isOpen: Bool)]
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
      guard let departure = sign.departure, let trend = record.trend(of: state, over: baseline)
      else { return nil }
      let isOpen = abs(departure) <= Self.nine * trend.error(in: year)
      return (state: state, departure: departure, isOpen: isOpen)
    }
  }

  /// How many errors hold nine of ten normal deviates.
  private static let nine = 1.645

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Distance from \(phrase(record.leader)) in votes of the UN General Assembly, in "
        + "units of ideal points",
      description: description,
      footer: [
        "A straight line through the years before is a poor prophet; "
          + "\(phrase(record.leader).possessive) position moves as well; and a departure does not "
          + "say why.",
        SourceCredits.line("Bailey, Strezhnev and Voeten, ideal points of all votes", names),
      ],
      legend: [
        .init(.line(.blue), "distance"),
        .init(
          .line(.vermilion, .dashed),
          "own trend of \(baseline.first)–\(baseline.end), carried on"),
        .init(.area(.vermilion, opacity: 0.25), "90\u{A0}% range of the trend"),
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
        let (middle, width) = (trend.value(in: year), Self.nine * trend.error(in: year))
        return .init(x: Double(year), lower: max(0, middle - width), upper: max(0, middle + width))
      }, hue: .vermilion, opacity: 0.25)
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
    let near = departures.filter { $0.departure <= 0 }
    let (told, side) = near.count > away.count ? (near, "nearer to") : (away, "farther from")
    let all = departures.count
    let states = all == 1 ? "one large state" : "\(Cardinal(all)) large states"
    let own = told.count == 1 ? "its own trend" : "their own trends"
    let beyond = told.count { !$0.isOpen }
    return
      ("\(Cardinal(told.count)) of \(states) stood \(side) \(phrase(record.leader)) in UN votes in "
      + "\(last) than \(own) had it"
      + (beyond == 0 ? "" : ", \(Cardinal(beyond)) by more than the trend leaves open"))
      .capitalizedFirst
  }

  private var description: String {
    let words = departures.map { state, departure, _ in
      "\(names.name(of: state)) \(Numeral.fixed(departure, places: 2))"
    }
    return "A panel a state: distance by year, and the trend. Departures in \(last): "
      + words.joined(separator: ", ") + "."
  }
}
