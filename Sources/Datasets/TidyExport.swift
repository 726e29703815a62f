public import Panels

/// The figures of a data set in the tidy form, as `--data` reads them back.
public struct TidyExport: Sendable {
  /// By code, series and year.
  public let rows: [Figure]
  /// How many figures were kept out, because they must not be passed on.
  public let withheld: Int

  /// - Parameters:
  ///   - data: The panels.
  ///   - includesRestricted: Whether figures of sources that forbid republication are among them.
  public init(_ data: DataSet, includingRestricted includesRestricted: Bool = false) {
    let panels = data.panels.values.sorted { $0.indicator.name < $1.indicator.name }
    let powers = Set(panels.flatMap(\.powers)).sorted()
    var rows: [Figure] = []
    var withheld = 0
    for power in powers {
      for panel in panels {
        guard let series = panel.series(of: power) else { continue }
        for (year, value) in zip(series.years, series.values) where !value.isNaN {
          if !includesRestricted, panel.isRestricted(power, year) {
            withheld += 1
            continue
          }
          rows.append(
            Figure(power: power, year: year, series: panel.indicator.name, value: value))
        }
      }
    }
    self.rows = rows
    self.withheld = withheld
  }

  /// The table; every number in the fewest digits that read back to the same one.
  public var text: String {
    var text = TidyTable.columns.joined(separator: ",") + "\n"
    text.reserveCapacity(rows.count * 48)
    for row in rows { text += "\(row.power.code),\(row.year),\(row.series),\(row.value)\n" }
    return text
  }
}

extension Panel {
  /// Whether a value is of a source that forbids republication.
  fileprivate func isRestricted(_ power: Power, _ year: Int) -> Bool {
    guard let publisher = provenance(of: power, in: year)?.source else { return false }
    return Source.restricted.contains { publisher.hasPrefix($0) }
  }
}

extension Source {
  /// The publishers whose figures must be kept out of what is published.
  fileprivate static let restricted = known.filter(\.licence.isRestricted).map(\.publisher)
}
