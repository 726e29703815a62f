import Datasets
import Panels
import Testing

/// The folder of the embedded tables, found from this file.
let embeddedFolder =
  #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/datasets"

@Suite("Embedded data set")
struct EmbeddedDataSetTests {
  let data: DataSet

  init() throws {
    data = try DataSet.load(from: .tables(folder: embeddedFolder))
  }

  @Test func `holds every indicator of the catalogue`() {
    #expect(Set(data.panels.keys) == Set(Indicator.catalogue.map(\.name)))
  }

  /// By hand: 19,498 / 30,770 billion current dollars, as the World Bank gives them.
  @Test func `reproduces the ratio of products at market rates`() throws {
    let ratio = try product("CHN", 2025, .priceLevel) / product("USA", 2025, .priceLevel)
    #expect(abs(ratio - 0.6337) < 0.0001)
  }

  func product(_ power: Power, _ year: Int, _ factor: Indicator? = nil) throws -> Double {
    let people = try #require(data[.population]?[power, year])
    let output = try #require(data[.outputPerHead]?[power, year])
    guard let factor else { return people * output }
    return try people * output * #require(data[factor]?[power, year])
  }
}
