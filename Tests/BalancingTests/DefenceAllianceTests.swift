import Balancing
import Forecasting
import Panels
import Testing

@Suite("Defence alliances")
struct DefenceAllianceTests {
  private static func group(_ name: String, _ powers: [Power], from first: Int) -> PowerGroup {
    PowerGroup(name: name, spells: powers.map { .init($0, years: first...Int.max) })
  }

  private let data = DataSet(
    panels: [], entities: [], checksum: "",
    groups: [
      Self.group("NATO", ["USA", "GBR", "DEU"], from: 1949),
      Self.group("EU", ["DEU", "IRL"], from: 1958),
      Self.group("BRICS", ["CHN", "IND"], from: 2009),
    ])

  /// By hand: a club is no alliance, and a side that is the alliance itself belongs to it.
  @Test(arguments: [
    (Side("USA"), 2025, "NATO"), (Side("DEU"), 2025, "NATO"), (Side("IRL"), 2025, "EU"),
    (Side("CHN"), 2025, nil), (Side("USA"), 1940, nil),
    (Side(name: "USA+GBR", members: ["USA", "GBR"]), 2025, "NATO"),
    (Side(name: "USA+IND", members: ["USA", "IND"]), 2025, nil),
    (Side(name: "NATO", members: ["USA", "GBR", "DEU"]), 1940, "NATO"),
  ])
  func `are those whose members must defend one another`(side: Side, year: Int, name: String?) {
    #expect(DefenceAlliance.joining(side, in: data, year: year)?.name == name)
  }
}
