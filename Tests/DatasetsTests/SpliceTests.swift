import RealModule
import Panels
import TestSupport
import Testing

@testable import Datasets

@Suite("Splice")
struct SpliceTests {
  /// By hand: the logarithms of 2 and 8 have the mean of that of 4.
  @Test func `is the geometric mean of the ratios`() throws {
    let splice = Splice(over: 1...2, newer: { [2, 8][$0 - 1] }, older: { _ in 1 })
    #expect(try abs(#require(splice).factor - 4) < 1e-15)
  }

  @Test func `uses the first common years only`() {
    let splice = Splice(
      over: 1...9, atMost: 2, newer: { $0 == 2 ? .nan : 3 }, older: { $0 > 3 ? 1 : 3 })
    #expect(splice?.factor == 1)
  }

  @Test func `does not exist without a common year`() {
    #expect(Splice(over: 1...3, newer: { _ in .nan }, older: { _ in 1 }) == nil)
    #expect(Splice(over: 1...3, newer: { _ in 1 }, older: { _ in 0 }) == nil)
  }

  /// By law: a series of Maddison keeps its growth when it is carried back.
  @Test(arguments: ["CHN", "USA", "GBR", "SUN", "TWN"] as [Power])
  func `preserves the growth of the older series`(power: Power) throws {
    let data = try EmbeddedDataSetTests.data.get()
    let panel = try #require(data[.outputPerHead])
    let older = try maddison("gdppc", power)
    let spliced = panel.years.filter {
      panel.provenance(of: power, in: $0)?.source.hasPrefix("Maddison") ?? false
    }
    #expect(spliced.count > 30)
    for (year, next) in zip(spliced, spliced.dropFirst()) {
      let growth = try #require(panel[power, next]) / #require(panel[power, year])
      let wanted = try #require(older[next]) / #require(older[year])
      #expect(abs(growth / wanted - 1) < 1e-14)
    }
  }

  /// By law: for states that only Maddison covers, ratios to the United States are Maddison's.
  ///
  /// On the average of 1990 to 2022, which is where the level comes from.
  @Test func `keeps the ratio of the Soviet Union to the United States`() throws {
    let data = try EmbeddedDataSetTests.data.get()
    let panel = try #require(data[.outputPerHead])
    let (soviet, american) = (try maddison("gdppc", "SUN"), try maddison("gdppc", "USA"))
    let level =
      try (1990...2022).map { year in
        try Double.log(#require(panel["USA", year]) / #require(american[year]))
      }.reduce(0, +) / 33
    let factor = try #require(panel["SUN", 1980]) / #require(soviet[1980])
    #expect(abs(Double.log(factor) - level) < 1e-13)
  }

  private func maddison(_ series: String, _ power: Power) throws -> [Int: Double] {
    let contents = try FileContents(path: embeddedFolder + "/maddison.csv")
    let table = try TidyTable.read(
      contents.bytes.span, file: "maddison.csv", rules: Source.maddison.series,
      entities: .builtIn)
    var values: [Int: Double] = [:]
    for (key, value) in zip(table.keys, table.values)
    where TidyTable.letters(key.code) == power.code && table.rules[key.series].name == series {
      values[key.year] = value
    }
    return values
  }
}
