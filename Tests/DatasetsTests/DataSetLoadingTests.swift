import Foundation
import Panels
import TestSupport
import Testing

@testable import Datasets

@Suite("Loading a data set")
struct DataSetLoadingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `takes from a tidy file only what it holds`() throws {
    let file = try scratch.file("own.csv", TidyTableTests.good)
    let data = try DataSet.load(from: DataLocation(path: file))
    #expect(Set(data.panels.keys) == ["gdp.ppp", "burden"])
    let panel = try #require(data.panels["gdp.ppp"])
    #expect(panel.powers == ["CHN"])
    #expect(panel["CHN", 2021] == 2000)
    #expect(panel.indicator.tendency == .grows)
    #expect(panel.provenance(of: "CHN", in: 2020)?.source == "own.csv")
    #expect(data[.burden]?["USA", 2020] == 0.03)
  }

  @Test func `reads every table of a tidy folder`() throws {
    try scratch.file("a.csv", "iso3,year,series,value\nCHN,2020,gdp.mer,1\n")
    try scratch.file("b.csv", "iso3,year,series,value\nUSA,2021,gdp.mer,2\n")
    let data = try DataSet.load(from: DataLocation(path: scratch.path))
    #expect(data.panels["gdp.mer"]?.powers == ["CHN", "USA"])
    #expect(data.panels["gdp.mer"]?["USA", 2021] == 2)
  }

  @Test func `refuses a figure that two tables give`() throws {
    try scratch.file("a.csv", "iso3,year,series,value\nCHN,2020,gdp.mer,1\n")
    try scratch.file("b.csv", "iso3,year,series,value\nCHN,2020,gdp.mer,2\n")
    let error = try #require(throws: DataError.self) { try load(scratch.path) }
    guard case .defect(let defect) = error else { throw error }
    #expect(defect.property == .duplicate)
    #expect(defect.description.contains("a.csv:2"))
    #expect(try DataCheck(path: scratch.path).defects == [defect])
  }

  @Test func `knows the states of a folder's own list`() throws {
    try scratch.file(
      "entities.csv", "code,name,continues_as,first_year,last_year\nXYZ,Ruritania,,1900,1910\n")
    try scratch.file("a.csv", "iso3,year,series,value\nXYZ,1905,milex,0\nXYZ,1911,milex,3\n")
    let data = try load(scratch.path)
    #expect(data.name(of: "XYZ") == "Ruritania")
    #expect(data.panels["milex"]?["XYZ", 1905] == 0)
    #expect(data.panels["milex"]?["XYZ", 1911] == nil)
  }

  /// By law: the exported panels read back to the same figures, and export to the same bytes.
  @Test func `reads its own export back`() throws {
    let data = try EmbeddedDataSetTests.data.get()
    let text = TidyExport(data).text
    let again = try load(try scratch.file("export.csv", text))
    #expect(Set(again.panels.keys) == Set(data.panels.keys))
    for panel in data.listing {
      let copy = try #require(again[panel.indicator])
      #expect(copy.indicator == panel.indicator)
      #expect(copy.powers == panel.powers)
      #expect(copy.years == panel.years)
      for power in panel.powers {
        let (left, right) = (panel.series(of: power)?.values, copy.series(of: power)?.values)
        #expect(left?.map(\.bitPattern) == right?.map(\.bitPattern))
      }
    }
    #expect(TidyExport(again).text == text)
  }

  @Test func `forgets what came after an origin`() throws {
    let data = try EmbeddedDataSetTests.data.get().known(by: 1980)
    #expect(data.panels.values.allSatisfy { $0.years.upperBound <= 1980 })
    #expect(data[.populationUN] == nil)
    #expect(data[.population]?["CHN", 1980] != nil)
  }

  @Test(arguments: [
    ("world-bank.csv", "CHN,2020,NY.GDP.MKTP.CD,", "CHN,2020,NY.GDP.MKTP.CD,-"),
    ("un-wpp.csv", "CHN,1950,pop_total,", "CHN,1950,pop_total,NaN"),
    ("nmc.csv", "USA,1950,", "USB,1950,"), ("maddison.csv", "iso3,", "code,"),
    ("penn.csv", "ABW,1971,csh_i", "ABW,1970,csh_i"),
  ])
  func `refuses embedded tables with a defect`(name: String, old: String, new: String) throws {
    let folder = try scratch.excerptOfEmbedded()
    try scratch.replace(old, with: new, in: "\(folder)/\(name)")
    let error = try #require(throws: DataError.self) { try load(folder) }
    guard case .defect(let defect) = error else { throw error }
    #expect(defect.file.hasSuffix(name))
    let check = try DataCheck(path: folder)
    #expect(check.defects.contains { $0.property == defect.property && $0.line == defect.line })
    #expect(check.defects.contains { $0.property == .digest })
  }

  /// By force: the last figure reads well, and only the description's size betrays the cut.
  @Test func `refuses a table that was cut inside its last figure`() throws {
    let folder = try scratch.excerptOfEmbedded()
    let bytes = try #require(FileManager.default.contents(atPath: "\(folder)/nmc.csv"))
    try bytes.dropLast(3).write(to: URL(filePath: "\(folder)/nmc.csv"))
    let error = try #require(throws: DataError.self) { try load(folder) }
    guard case .defect(let defect) = error else { throw error }
    #expect(defect.property == .truncation)
  }

  @Test func `says which table a folder lacks`() throws {
    let folder = try scratch.excerptOfEmbedded()
    try FileManager.default.removeItem(atPath: "\(folder)/penn.csv")
    #expect(throws: DataError.incomplete(path: folder, table: "penn.csv")) { try load(folder) }
  }

  @Test func `refuses a folder whose description is damaged`() throws {
    let folder = try scratch.excerptOfEmbedded()
    try scratch.file("datasets/datapackage.json", "{\"profile\": ")
    let error = try #require(throws: DataError.self) { try load(folder) }
    #expect(error.description.contains("datapackage.json"))
  }

  @Test func `does without a description, and then without editions`() throws {
    let folder = try scratch.excerptOfEmbedded()
    try FileManager.default.removeItem(atPath: "\(folder)/datapackage.json")
    let data = try load(folder)
    #expect(data[.capital]?.sources == ["Penn World Table"])
  }

  @Test func `names data by their bytes`() throws {
    let folder = try scratch.excerptOfEmbedded()
    let name = try load(folder).checksum
    #expect(try load(folder).checksum == name)
    try scratch.replace(
      "CHN,2020,NY.GDP.MKTP.CD,", with: "CHN,2020,NY.GDP.MKTP.CD,1", in: "\(folder)/world-bank.csv")
    #expect(try load(folder).checksum != name)
  }

  private func load(_ path: String) throws -> DataSet {
    try DataSet.load(from: DataLocation(path: path))
  }
}
