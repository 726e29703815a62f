import Panels
import TestSupport
import Testing

@testable import Datasets

@Suite("Tables of relations")
struct RelationTableTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.file(
      "raw/entities.csv",
      "code,name,kind,continues_as,note\nAAA,A,x,,\nBBB,B,x,,\nCCC,C,x,BBB,\n")
    try scratch.file("out/sources/years-of-existence.csv", "code,first_year,last_year\n")
    let header = "iso3,year,series,value\n"
    for source in Source.all {
      for raw in source.raw { try scratch.file("raw/\(raw)", header) }
    }
    let pairs = "iso3_a,iso3_b,year,series,value\n"
    try scratch.file(
      "raw/atop/alliances.csv",
      pairs + "AAA,BBB,1901,defense,1\nAAA,BBB,1900,defense,1\nAAA,BBB,1903,defense,1\n"
        + "AAA,BBB,1900,nonagg,1\n")
    try scratch.file(
      "raw/cow/contiguity.csv",
      pairs + "AAA,BBB,1816,cow_contiguity,1\nAAA,BBB,1850,cow_contiguity,0\n"
        + "AAA,BBB,1900,cow_contiguity,2\nAAA,CCC,1850,cow_contiguity,1\n"
        + "AAA,CCC,1900,cow_contiguity,1\n")
    try scratch.file(
      "raw/cow/mid_dyads.csv",
      pairs + "AAA,BBB,1900,hostlev,4\nAAA,BBB,1900,cowmidonset,1\nAAA,BBB,1901,hostlev,5\n")
    try scratch.file(
      "raw/desta/agreements.csv",
      pairs + "AAA,CCC,1990,pta_signed,1\nAAA,BBB,1990,pta_signed,2\n")
    try scratch.file(
      "raw/cow/capitals.csv",
      "iso3,cow_code,capital,start,end,latitude,longitude\n"
        + "BBB,2,\"B, old\",1816-01-01,1900-05-05,1.25,-2\nBBB,2,New,1900-05-06,2024-12-31,3,4\n")
    try scratch.file(
      "raw/unga/ideal_points.csv",
      header + "AAA,1950,idealpointall,-0.12345\nAAA,1950,q5all,-1.2\nAAA,1950,q95all,0.0004\n"
        + "AAA,1950,idealpointfp,9\n")
    _ = try Tabulation(raw: scratch.path + "/raw", folder: scratch.path + "/out").write()
  }

  private func text(_ table: RelationTable) throws -> String {
    String(
      decoding: try FileContents(path: "\(scratch.path)/out/\(table.file)").bytes, as: UTF8.self)
  }

  private func load() throws(DataError) -> Relations {
    try DataLocation.tables(folder: scratch.path + "/out").relations()
  }

  /// By hand: a kind holds to the next year given; a new pair has it since the year before that.
  @Test func `makes spells and lists`() throws {
    #expect(
      try text(.alliances) == """
        iso3_a,iso3_b,obligation,first_year,last_year
        AAA,BBB,defense,1900,1901
        AAA,BBB,defense,1903,1903
        AAA,BBB,nonagg,1900,1900

        """)
    #expect(
      try text(.contiguity) == """
        iso3_a,iso3_b,kind,first_year,last_year
        AAA,BBB,1,1816,1849
        AAA,BBB,2,1900,1900
        AAA,CCC,1,1817,1900

        """)
    #expect(try text(.agreements) == "iso3,year,partners\nAAA,1990,BBB BBB CCC\n")
    #expect(try text(.disputes) == "iso3_a,iso3_b,year,hostility\nAAA,BBB,1900,4\n")
    #expect(try text(.idealPoints) == "iso3,year,point,low,high\nAAA,1950,-0.123,-1.200,0.000\n")
  }

  /// By hand; a state without a capital has that of the state which continues it.
  @Test func `reads what it made`() throws {
    let relations = try load()
    let pair = PowerPair("BBB", "AAA")
    #expect(relations.defensePacts.kind(pair, in: 1901) == 1)
    #expect(relations.defensePacts.kind(pair, in: 1902) == nil)
    #expect(relations.defensePacts.coverage == 1900...1903)
    #expect(relations.defensePacts.partners(of: "BBB", in: 1903) == ["AAA"])
    #expect(relations.agreements.events[pair] == [.init(year: 1990, value: 2)])
    #expect(relations.disputes.count(pair, in: 1890...1905) == 1)
    #expect(relations.capitals.seat(of: "BBB", in: 1900)?.name == "New")
    #expect(relations.capitals.seat(of: "CCC", in: 1850)?.name == "B, old")
    #expect(relations.idealPoints["AAA", 1950]?.value == -0.123)
  }

  /// By law: what was known in a year has nothing later, and its coverage ends there.
  @Test func `knows nothing later than a year`() throws {
    let known = try load().known(by: 1901)
    #expect(known.defensePacts.coverage == 1900...1901)
    #expect(known.defensePacts.kind(PowerPair("AAA", "BBB"), in: 1903) == nil)
    #expect(known.agreements.events.isEmpty && known.idealPoints.points.isEmpty)
    #expect(known.capitals.seat(of: "BBB", in: 1850) != nil)
  }

  @Test(arguments: [
    (RelationTable.alliances, "AAA,BBB,defence,1900,1901", "defense, offense, neutral, nonagg"),
    (.alliances, "BBB,AAA,defense,1900,1901", "a code after BBB"),
    (.alliances, "AAA,BBB,defense,1901,1900", "a year from 1901 on"),
    (.contiguity, "AAA,BBB,6,1816,1900", "a whole number from 1 to 5"),
    (.disputes, "AAA,XQX,1900,4", "the ISO 3166 alpha-3 code of a known state"),
    (.agreements, "AAA,1990,BBBCCC", "codes of known states after AAA"),
    (.agreements, "BBB,1990,AAA", "codes of known states after BBB"),
    (.idealPoints, "AAA,1950,x,0,0", "a finite number"),
    (.capitals, "AAA,City,1900,2000,91,0", "a number from -90.0 to 90.0"),
  ])
  func `names the line, the column and what was expected`(
    table: RelationTable, line: String, expected: String
  ) throws {
    let header = table.columns.joined(separator: ",")
    try scratch.file("out/\(table.file)", "\(header)\n\(line)\n")
    let error = try #require(throws: DataError.self) { try load() }
    guard case .defect(let defect) = error else { throw error }
    #expect(defect.description.contains("\(table.file):2, column"))
    #expect(defect.expected.contains(expected), "\(defect)")
  }

  @Test func `a folder without a table, and figures of one's own, say so`() throws {
    try scratch.file("own.csv", "iso3,year,series,value\nAAA,2000,population,1\n")
    let own = scratch.path + "/own.csv"
    #expect(throws: DataError.withoutRelations(path: own)) {
      try DataLocation.tidyFile(own).relations()
    }
    let bare = scratch.path + "/bare"
    try scratch.file("bare/entities.csv", "code,name,continues_as,first_year,last_year\n")
    #expect(throws: DataError.incomplete(path: bare, table: "relations/agreements.csv")) {
      try DataLocation.tables(folder: bare).relations()
    }
  }

  @Test func `a check reads every table`() throws {
    try scratch.file("out/relations/disputes.csv", "iso3_a,iso3_b,year,hostility\nAAA,BBB,1900,9\n")
    let check = try DataCheck(path: scratch.path + "/out")
    #expect(check.tables.contains { $0.file.hasSuffix("relations/alliances.csv") && $0.rows == 3 })
    #expect(
      check.defects.filter { $0.file.contains("relations") }.map(\.property) == [.range, .digest])
  }
}
