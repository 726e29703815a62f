import Panels
import Testing

@Suite("Panel")
struct PanelTests {
  let panel = Panel(
    .population, powers: ["USA", "CHN"], years: 2000...2002,
    values: [1, .nan, 3, .nan, 5, .nan], cells: [0, 0, 1, 0, 1, 0],
    provenances: [
      Provenance(source: "A", status: .observed), Provenance(source: "B", status: .spliced),
      Provenance(source: "C", status: .projected),
    ])

  @Test func `keeps its powers in the order of their codes`() {
    #expect(panel.powers == ["CHN", "USA"])
    #expect(panel["CHN", 2001] == 5)
    #expect(panel["USA", 2002] == 3)
  }

  @Test func `has nothing where a value is missing, or there is no cell`() {
    #expect(panel["USA", 2001] == nil)
    #expect(panel.provenance(of: "USA", in: 2001) == nil)
    #expect(panel["USA", 1999] == nil)
    #expect(panel["SUN", 2001] == nil)
    #expect(panel.series(of: "SUN") == nil)
  }

  @Test func `counts, covers, and names the sources that it uses`() {
    #expect(panel.count == 3)
    #expect(panel.coverage == 2000...2002)
    #expect(panel.lastYear == 2002)
    #expect(panel.sources == ["A", "B"])
    #expect(panel.provenance(of: "USA", in: 2002)?.status == .spliced)
  }

  @Test func `forgets what came after an origin`() throws {
    let known = try #require(panel.known(by: 2001))
    #expect(known.years == 2000...2001)
    #expect(known["CHN", 2001] == 5)
    #expect(known.coverage == 2000...2001)
    #expect(known.known(by: 2050)?.years == 2000...2001)
    #expect(panel.known(by: 1999) == nil)
  }

  /// By law: to know less twice is to know the lesser.
  @Test(arguments: 1999...2003, 1999...2003)
  func `forgets in any order`(first: Int, second: Int) {
    let twice = panel.known(by: first)?.known(by: second)
    let once = panel.known(by: min(first, second))
    #expect(twice?.years == once?.years)
    #expect(twice?["CHN", 2001] == once?["CHN", 2001])
  }

  @Test func `gives the unbroken end of a series`() throws {
    let series = Series(power: "CHN", years: 1...6, values: [.nan, 2, .nan, 4, 5, .nan])
    #expect(series.coverage == 2...5)
    #expect(series.lastRun()?.years == 4...5)
    #expect(series.lastRun(atMost: 1)?.values == [5])
    #expect(series[3] == nil)
  }
}
