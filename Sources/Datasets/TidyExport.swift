public import Panels

/// The figures of a data set in the tidy form, as `--data` reads them back.
public struct TidyExport: Sendable {
  /// By code, series and year.
  public let rows: [Figure]

  public init(_ data: DataSet) {
    let panels = data.panels.values.sorted { $0.indicator.name < $1.indicator.name }
    let powers = Set(panels.flatMap(\.powers)).sorted()
    var rows: [Figure] = []
    for power in powers {
      for panel in panels {
        guard let series = panel.series(of: power) else { continue }
        for (year, value) in zip(series.years, series.values) where !value.isNaN {
          rows.append(
            Figure(power: power, year: year, series: panel.indicator.name, value: value))
        }
      }
    }
    self.rows = rows
  }

  /// The table; every number in the fewest digits that read back to the same one.
  public var text: String {
    var text = TidyTable.columns.joined(separator: ",") + "\n"
    text.reserveCapacity(rows.count * 48)
    for row in rows { text += "\(row.power.code),\(row.year),\(row.series),\(row.value)\n" }
    return text
  }
}
