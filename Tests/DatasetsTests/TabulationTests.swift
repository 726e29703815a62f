import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite("Making the embedded tables")
struct TabulationTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let header = "iso3,year,series,value\n"
    try scratch.file(
      "raw/entities.csv",
      "code,name,kind,continues_as,note\nSUN,Soviet Union,x,RUS,\"a, b\"\nRUS,Russia,x,,\n")
    try scratch.file(
      "out/sources/years-of-existence.csv", "code,first_year,last_year\nSUN,1922,1991\n")
    try scratch.file(
      "raw/cow/major_powers.csv",
      header + "RUS,2001,cow_major_power,1\nRUS,2000,cow_major_power,1\n"
        + "RUS,2003,cow_major_power,1\n")
    try scratch.file(
      "out/sources/alliances.csv", "iso3,group,first_year,last_year\nSUN,CLUB,1950,\n")
    for source in Source.all {
      for (index, raw) in source.raw.enumerated() where index > 0 || source.name != "world-bank" {
        let series = index == 0 ? source.series[0].name : "pop_80l"
        try scratch.file("raw/\(raw)", header + "RUS,2000,\(series),1\n")
      }
    }
    try scratch.file(
      "raw/world_bank/output.csv",
      header + "SUN,1990,NY.GDP.MKTP.CD,1.50\nRUS,1991,NY.GDP.MKTP.CD,2e3\n"
        + "RUS,1990,OTHER,7\nRUS,1990,NY.GDP.MKTP.CD,0.10000000000000000001\n")
    try scratch.file(
      "raw/world_bank/military.csv", header + "RUS,1990,MS.MIL.XPND.GD.ZS,5.0\n")
  }

  @Test func `chooses and sorts lines, and changes no digit`() throws {
    try make()
    #expect(
      try text("world-bank.csv") == """
        iso3,year,series,value
        RUS,1990,MS.MIL.XPND.GD.ZS,5.0
        RUS,1990,NY.GDP.MKTP.CD,0.10000000000000000001
        RUS,1991,NY.GDP.MKTP.CD,2e3
        SUN,1990,NY.GDP.MKTP.CD,1.50

        """)
    #expect(
      try text("entities.csv") == """
        code,name,continues_as,first_year,last_year,note
        RUS,Russia,,,,
        SUN,Soviet Union,RUS,1922,1991,"a, b"

        """)
  }

  @Test func `makes spells of memberships`() throws {
    try make()
    #expect(
      try text("memberships.csv") == """
        iso3,group,first_year,last_year
        SUN,CLUB,1950,
        RUS,MAJORS,2000,2001
        RUS,MAJORS,2003,2003

        """)
  }

  /// By law: what is made checks without a defect, and is made again to the same bytes.
  @Test func `describes what it made`() throws {
    try make()
    let first = try text("datapackage.json")
    let check = try DataCheck(path: scratch.path + "/out")
    #expect(check.defects.isEmpty)
    #expect(check.tables.map(\.rows).reduce(0, +) == 14)
    try make()
    #expect(try text("datapackage.json") == first)
  }

  @Test func `describes the ledger and leaves it as it is`() throws {
    let ledger =
      LedgerTable.columns.joined(separator: ",")
      + "\na,b,1958,SUN,RUS,m,,1970,,,c,true,first\n"
    try scratch.file("out/\(LedgerTable.file)", ledger)
    try make()
    #expect(try text(LedgerTable.file) == ledger)
    let check = try DataCheck(path: scratch.path + "/out")
    #expect(check.defects.isEmpty)
    #expect(check.tables.last?.rows == 1)
    #expect(try text("datapackage.json").contains("\"path\" : \"\(LedgerTable.file)\""))
    try scratch.file("out/\(LedgerTable.file)", ledger + "a\n")
    #expect(throws: DataError.self) { try make() }
  }

  @Test func `finds a defect of the memberships`() throws {
    try make()
    try scratch.file(
      "out/memberships.csv", "iso3,group,first_year,last_year\nSUN,CLUB,1950,1940\n")
    let found = try DataCheck(path: scratch.path + "/out").defects.map(\.property)
    #expect(found.contains(.range) && found.contains(.digest))
  }

  @Test func `refuses a raw table with a defect`() throws {
    try scratch.file(
      "raw/cow/nmc.csv", "iso3,year,series,value\nRUS,1990,tpop,1\nRUS,1991,tpop,-1\n")
    let error = try #require(throws: DataError.self) { try make() }
    guard case .defect(let defect) = error else { throw error }
    #expect(defect.description.hasPrefix("cow/nmc.csv:3, column value"))
  }

  private func make() throws {
    _ = try Tabulation(raw: scratch.path + "/raw", folder: scratch.path + "/out").write()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(scratch.path)/out/\(name)", encoding: .utf8)
  }
}
