import Panels
import TestSupport
import Testing

@testable import Datasets

@Suite("Ledger table")
struct LedgerTableTests {
  static let header = LedgerTable.columns.joined(separator: ",")

  private func read(_ rows: String...) throws(TableError) -> [LedgerEntry] {
    let text = ([Self.header] + rows).joined(separator: "\n") + "\n"
    return try LedgerTable(
      Array(text.utf8).span, file: "ledger.csv", entities: EntityTable.builtIn.entities
    ).entries
  }

  @Test func `reads what a row says`() throws {
    let entry = try read(
      #"a-1,"The A, of B",1958-11,SUN,USA,gdp.ppp,1970,1980,"in words",,there,true,first"#)[0]
    #expect(
      entry
        == LedgerEntry(
          id: "a-1", publisher: "The A, of B", published: PublicationDate(1958, month: 11),
          challenger: "SUN", incumbent: "USA", measure: "gdp.ppp",
          prediction: .within(1970...1980), note: "in words", source: "there", isVerified: true))
  }

  @Test(arguments: [
    (",1980,,", LedgerEntry.Prediction.by(1980)), ("1970,1970,,", .within(1970...1970)),
    (",,,1999", .notBy(1999)), (",,,ever", .never), (",,,", .undated),
  ])
  func `reads every kind of prediction`(
    fields: String, prediction: LedgerEntry.Prediction
  ) throws {
    let entry = try read("a,b,1958,SUN,USA,steel,\(fields),c,false,durable")[0]
    #expect(entry.prediction == prediction)
    #expect(entry.event == .durable)
    #expect(!entry.isVerified)
  }

  @Test(arguments: [
    ("A b,b,1958,SUN,USA,m,,1970,,,c,true,first", TableError.Property.name, "id"),
    ("a,,1958,SUN,USA,m,,1970,,,c,true,first", .blank, "publisher"),
    ("a,b,58,SUN,USA,m,,1970,,,c,true,first", .year, "published"),
    ("a,b,1958-13,SUN,USA,m,,1970,,,c,true,first", .year, "published"),
    ("a,b,1958,USR,USA,m,,1970,,,c,true,first", .code, "challenger"),
    ("a,b,1958,SUN,usa,m,,1970,,,c,true,first", .code, "incumbent"),
    ("a,b,1958,SUN,SUN,m,,1970,,,c,true,first", .range, "incumbent"),
    ("a,b,1958,SUN,USA,GDP,,1970,,,c,true,first", .name, "measure"),
    ("a,b,1958,SUN,USA,,,1970,,,c,true,first", .name, "measure"),
    ("a,b,1958,SUN,USA,m,x,1970,,,c,true,first", .year, "predicted_low"),
    ("a,b,1958,SUN,USA,m,,19.5,,,c,true,first", .year, "predicted_high"),
    ("a,b,1958,SUN,USA,m,1970,,,,c,true,first", .year, "predicted_high"),
    ("a,b,1958,SUN,USA,m,1980,1970,,,c,true,first", .range, "predicted_high"),
    ("a,b,1958,SUN,USA,m,,1950,,,c,true,first", .range, "predicted_high"),
    ("a,b,1958,SUN,USA,m,,1970,,1999,c,true,first", .range, "never_by"),
    ("a,b,1958,SUN,USA,m,,,,always,c,true,first", .year, "never_by"),
    ("a,b,1958,SUN,USA,m,,,,1950,c,true,first", .range, "never_by"),
    ("a,b,1958,SUN,USA,m,,1970,,,,true,first", .blank, "source"),
    ("a,b,1958,SUN,USA,m,,1970,,,c,yes,first", .truth, "verified"),
    ("a,b,1958,SUN,USA,m,,1970,,,c,true,frist", .rule, "resolution_rule"),
    ("good,b,1958,SUN,USA,m,,1970,,,c,true,first", .duplicate, "id"),
  ])
  func `says in one sentence where a defect is`(
    row: String, property: TableError.Property, column: String
  ) throws {
    let error = try #require(throws: TableError.self) {
      try read("good,b,1958,SUN,USA,m,,1970,,,c,true,first", row)
    }
    #expect(error.property == property)
    #expect(error.column == column)
    #expect(error.line == 3)
    #expect(error.description.hasPrefix("ledger.csv:3, column \(column): found "))
  }

  @Test func `offers the nearest names`() throws {
    let code = try #require(throws: TableError.self) {
      try read("a,b,1958,CHM,USA,m,,1970,,,c,true,first")
    }
    #expect(code.nearest.contains("CHN"))
    let rule = try #require(throws: TableError.self) {
      try read("a,b,1958,CHN,USA,m,,1970,,,c,true,frist")
    }
    #expect(rule.nearest == ["first"])
  }

  @Test func `refuses a table without a column, or with a short line`() throws {
    let short = try #require(throws: TableError.self) { try read("a,b,1958") }
    #expect(short.property == .fields)
    let error = try #require(throws: TableError.self) {
      try LedgerTable(
        Array("id,publisher\n".utf8).span, file: "x.csv", entities: EntityTable.builtIn.entities)
    }
    #expect(error.property == .column)
    #expect(error.column == "published")
  }

  @Test func `holds no defect where it is embedded`() throws {
    let location = DataLocation.tables(folder: embeddedFolder)
    let table = try LedgerTable(
      path: try #require(location.ledger), entities: EntityTable.builtIn.entities)
    #expect(table.entries.count == 61)
    #expect(table.entries.map(\.published.year) == table.entries.map(\.published.year).sorted())
  }

  @Test func `is checked with the figures it lies beside`() throws {
    let scratch = try Scratch()
    let folder = try scratch.excerptOfEmbedded()
    try scratch.file(
      "datasets/\(LedgerTable.file)", "\(Self.header)\na,b,1958,CHN,USA,m,,x,,,c,true,frist\n")
    let defects = try DataCheck(path: folder).defects
      .filter { $0.file.hasSuffix(LedgerTable.file) }
    #expect(defects.map(\.property) == [.year, .digest])
  }
}
