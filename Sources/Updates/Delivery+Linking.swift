import Datasets
import Panels
import RealModule

extension Delivery {
  /// The delivery in the prices of the figures in use.
  ///
  /// A series whose unit names the year keeps its own growth, and takes its level in that year from
  /// the figures in use; an index that is one in that year needs none. What has no such level is
  /// left out, and noted.
  ///
  /// - Parameter table: The table in use; nothing where the source is new.
  /// - Returns: The same where it is in the source's own prices.
  func linked(to table: SourceTable?) -> Delivery {
    guard let linkYear else { return self }
    let rules = source.series.filter { $0.unit.contains("\(linkYear)") }
    let indices = Set(rules.filter { $0.unit.contains("\(linkYear) = 1") }.map(\.name))
    let linked = Set(rules.map(\.name))
    func courses(_ figures: [Figure]) -> [Course: Double] {
      figures.reduce(into: [:]) { levels, figure in
        guard figure.year == linkYear, linked.contains(figure.series) else { return }
        levels[Course(figure)] = figure.value
      }
    }
    let (own, used) = (courses(figures), courses(table?.figures ?? []))
    var left: [String: Set<Power>] = [:]
    let figures = figures.compactMap { figure -> Figure? in
      guard linked.contains(figure.series) else { return figure }
      let course = Course(figure)
      let level = indices.contains(figure.series) ? 1 : used[course]
      guard let level, let base = own[course], base > 0 else {
        left[figure.series, default: []].insert(figure.power)
        return nil
      }
      return Figure(
        power: figure.power, year: figure.year, series: figure.series,
        value: Self.rounded(figure.value * level / base))
    }
    let notes = left.sorted { $0.key < $1.key }.map { series, powers in
      Finding(
        .baseYear, .noted, source: source.name, series: series,
        found: "no figure of \(linkYear) by which to link "
          + powers.map(\.code).sorted().joined(separator: ", "),
        expected: "one in both editions; they are left out")
    }
    return Delivery(
      source: source, edition: edition, figures: figures, gaps: gaps, findings: findings + notes,
      receipts: receipts)
  }

  private struct Course: Hashable {
    let power: Power
    let series: String

    init(_ figure: Figure) { (power, series) = (figure.power, figure.series) }
  }

  /// Nine significant digits: what a publisher gives, without the dust of the division.
  private static func rounded(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value }
    let scale = Double.pow(10, 8 - Double.log10(value).rounded(.down))
    return (value * scale).rounded() / scale
  }
}
