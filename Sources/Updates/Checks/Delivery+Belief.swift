import Datasets
import Panels

extension Delivery {
  /// What of the delivery is believed, joined to what the source said before.
  ///
  /// - Parameters:
  ///   - table: The table in use; nothing where the source is new.
  ///   - findings: The findings of the checks; what they withhold stays as it was.
  /// - Returns: The table to use from now on.
  func believed(over table: SourceTable?, withholding findings: [Finding]) -> SourceTable {
    struct Course: Hashable {
      let power: Power
      let series: String
    }
    let withheld = Set(
      findings.compactMap { finding -> Course? in
        guard finding.consequence == .withheld, let power = finding.power,
          let series = finding.series
        else { return nil }
        return Course(power: power, series: series)
      })
    let wholly = Set(
      findings.filter { $0.consequence == .withheld && $0.power == nil }.compactMap(\.series))
    func isWithheld(_ figure: Figure) -> Bool {
      wholly.contains(figure.series)
        || withheld.contains(Course(power: figure.power, series: figure.series))
    }
    let taken = series.filter { !wholly.contains($0) }
    let own = Set(taken)
    let kept = (table?.figures ?? []).filter { own.contains($0.series) && isWithheld($0) }
    let believed = figures.filter { !isWithheld($0) } + kept
    let before = table ?? SourceTable(source: source, edition: edition, figures: [])
    return before.replacing(taken, with: believed, edition: edition)
  }
}
