import Forecasting
import Panels

extension ChartContext {
  /// The groups in which every member of a side is at the origin, the largest first.
  ///
  /// - Parameters:
  ///   - side: Whose groups.
  ///   - other: A side of which no member may be in them.
  /// - Returns: Alliances and clubs; not the list of major powers.
  func groups(of side: Side, without other: Side?) -> [PowerGroup] {
    let year = simulation.origin
    return names.groups.values.filter { group in
      let members = group.members(in: year)
      return group.name != PowerGroup.majors && members.count > side.members.count
        && side.members.allSatisfy(members.contains)
        && other?.members.contains(where: members.contains) != true
    }.sorted {
      ($1.members(in: year).count, $0.name) < ($0.members(in: year).count, $1.name)
    }
  }

  /// Where the numbers of a chart come from that shows no futures.
  ///
  /// - Parameter notes: What the chart's own signs leave to say.
  /// - Returns: The notes, then the sources.
  func sourcesFooter(_ notes: [String]) -> [String] {
    notes + ["Sources: \(credits.joined(separator: ", ")), data \(shortChecksum)."]
  }
}
