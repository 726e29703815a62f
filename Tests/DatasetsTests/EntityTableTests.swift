import Foundation
import Panels
import TestSupport
import Testing

@testable import Datasets

@Suite("List of states")
struct EntityTableTests {
  /// By law: the compiled list is the embedded one without its notes.
  @Test func `is compiled in as it is embedded`() throws {
    let text = try String(contentsOfFile: embeddedFolder + "/entities.csv", encoding: .utf8)
    let embedded = try EntityTable(text: text, file: "entities.csv")
    #expect(EntityTable.builtIn.entities == embedded.entities)
    #expect(embedded.entities.count == 262)
  }

  @Test func `knows what ended and what goes on`() {
    let entities = Dictionary(
      uniqueKeysWithValues: EntityTable.builtIn.entities.map { ($0.power, $0) })
    #expect(entities["SUN"]?.years == 1922...1991)
    #expect(entities["SUN"]?.continuedAs == "RUS")
    #expect(entities["XAH"]?.years.upperBound == 1918)
    #expect(entities["USA"]?.years == Int.min...Int.max)
    #expect(entities.values.allSatisfy { $0.continuedAs.map { entities[$0] != nil } ?? true })
  }

  @Test(arguments: [
    ("CHNA,x,,,", TableError.Property.code, "code"), ("CHN,x,usa,,", .code, "continues_as"),
    ("CHN,x,,19.5,", .year, "first_year"), ("CHN,x,,1990,1980", .range, "last_year"),
    ("CHN,x,,,\nCHN,y,,,", .duplicate, "code"),
  ])
  func `says where a defect is`(
    row: String, property: TableError.Property, column: String
  ) throws {
    let text = "code,name,continues_as,first_year,last_year\n\(row)\n"
    let error = try #require(throws: TableError.self) {
      try EntityTable(text: text, file: "entities.csv")
    }
    #expect(error.property == property)
    #expect(error.column == column)
    #expect(error.line == row.split(separator: "\n").count + 1)
  }
}
