public import Forecasting
public import Panels

/// The groups whose members must defend one another, so that what each spends serves all.
///
/// Clubs such as BRICS and the Shanghai Cooperation Organisation promise no defence, nor do the
/// dialogues QUAD and AUKUS: nobody rides free there. In the European Union members owe aid by
/// treaty since 2009 (article 42.7), but most owe it through NATO, which is asked first.
public enum DefenceAlliance: String, CaseIterable, Sendable {
  case nato = "NATO"
  case warsaw = "WARSAW"
  case europeanUnion = "EU"

  /// The first alliance that a side is, or to which all its members belong in a year.
  ///
  /// - Returns: Nothing without one.
  public static func joining(_ side: Side, in data: DataSet, year: Int) -> PowerGroup? {
    allCases.compactMap { data.groups[$0.rawValue] }.first { group in
      let allies = group.members(in: year)
      return group.name == side.name
        || allies.count > 1 && side.members.allSatisfy(allies.contains)
    }
  }
}
