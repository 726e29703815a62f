import Forecasting
import Panels

extension ChartContext {
  /// The groups in which every member of a side is at the origin, the largest first.
  func groups(of side: Side, without other: Side?) -> [PowerGroup] {
    names.groups(of: side, without: other, in: simulation.origin)
  }
}

extension DataSet {
  private static let otherLists: Set = [PowerGroup.majors, "ACFTA", "RCEP"]

  /// The groups in which every member of a side is in a year, the largest first.
  ///
  /// - Parameters:
  ///   - side: Whose groups.
  ///   - other: A side of which no member may be in them.
  ///   - year: When.
  /// - Returns: Alliances and clubs; neither the list of major powers nor areas of trade, for what
  ///   states sign about tariffs is no part of hard power.
  func groups(of side: Side, without other: Side?, in year: Int) -> [PowerGroup] {
    groups.values.filter { group in
      let members = group.members(in: year)
      return !Self.otherLists.contains(group.name) && members.count > side.members.count
        && side.members.allSatisfy(members.contains)
        && other?.members.contains(where: members.contains) != true
    }.sorted {
      ($1.members(in: year).count, $0.name) < ($0.members(in: year).count, $1.name)
    }
  }
}
