import TestSupport
import Testing

@testable import Datasets

@Suite("Tidy table")
struct TidyTableTests {
  static let header = "iso3,year,series,value\n"
  static let good = header + "CHN,2020,gdp.ppp,1.5\nCHN,2021,gdp.ppp,2e3\nUSA,2020,burden,0.03\n"

  @Test func `gives its figures`() throws {
    let table = try read(Self.good)
    #expect(table.values == [1.5, 2000, 0.03])
    #expect(table.keys.map(\.year) == [2020, 2021, 2020])
    #expect(table.keys.map { TidyTable.letters($0.code) } == ["CHN", "CHN", "USA"])
    #expect(table.lines == [2, 3, 4])
  }

  /// By RFC 4180: each is another way to write the same table.
  @Test(arguments: [
    "\u{FEFF}" + good, good.replacing("\n", with: "\r\n"), String(good.dropLast()),
    good.replacing("CHN", with: "\"CHN\"").replacing("2e3", with: "\"2e3\""),
    "value,series,year,iso3\n1.5,gdp.ppp,2020,CHN\n2e3,gdp.ppp,2021,CHN\n0.03,burden,2020,USA\n",
    "iso3,note,year,series,value\nCHN,\"a, \"\"b\"\"\nc\",2020,gdp.ppp,1.5\n"
      + "CHN,,2021,gdp.ppp,2e3\nUSA,é,2020,burden,0.03",
  ])
  func `may be written in other ways`(text: String) throws {
    let table = try read(text)
    #expect(table.values == [1.5, 2000, 0.03])
    #expect(table.keys == (try read(Self.good)).keys)
  }

  /// A defect, and where and what it must be said to be.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let property: TableError.Property
    let line: Int
    var column: String?
    var says: String

    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    Fault(name: "empty", text: "", property: .emptyFile, line: 1, says: "nothing"),
    Fault(name: "header alone", text: header, property: .emptyFile, line: 1, says: "nothing under"),
    Fault(
      name: "HTML", text: "<!DOCTYPE html>\n<p>", property: .format, line: 1, says: "HTML"),
    Fault(name: "JSON", text: "[{\"page\":1}]", property: .format, line: 1, says: "JSON"),
    Fault(
      name: "missing column", text: "iso3,year,series,valeu\n", property: .column, line: 1,
      column: "value", says: "valeu"),
    Fault(
      name: "column twice", text: "iso3,year,year,series,value\n", property: .column, line: 1,
      column: "year", says: "two columns"),
    row("comma in a number", "CHN,2020,gdp.ppp,1,500", .fields, nil, "5 fields"),
    row("quoted comma", "CHN,2020,gdp.ppp,\"1,500\"", .number, "value", "without commas"),
    row("NaN", "CHN,2020,gdp.ppp,NaN", .number, "value", "\"NaN\""),
    row("infinity", "CHN,2020,gdp.ppp,inf", .number, "value", "finite"),
    row("overflow", "CHN,2020,gdp.ppp,1e999", .number, "value", "1e999"),
    row("empty value", "CHN,2020,gdp.ppp,", .number, "value", "leave out"),
    row("zero", "CHN,2020,gdp.ppp,0", .range, "value", "positive"),
    row("negative", "CHN,2020,population,-5", .range, "value", "positive"),
    row("negative personnel", "CHN,2020,military_personnel,-5", .range, "value", "not negative"),
    row("percentage for a fraction", "CHN,2020,burden,3.4", .range, "value", "0.03 is 3 %"),
    row("share above one", "CHN,2020,cinc,1.2", .range, "value", "fraction"),
    row("unknown code", "CHM,2020,gdp.ppp,1", .code, "iso3", "CHN"),
    row("lower-case code", "chn,2020,gdp.ppp,1", .code, "iso3", "CHN"),
    row("name for a code", "China,2020,gdp.ppp,1", .code, "iso3", "CHN"),
    row("unknown series", "CHN,2020,gpd.ppp,1", .series, "series", "gdp.ppp"),
    row("year with a fraction", "CHN,2020.5,gdp.ppp,1", .year, "year", "whole year"),
    row("year in words", "CHN,MMXX,gdp.ppp,1", .year, "year", "whole year"),
    row("year out of range", "CHN,20200,gdp.ppp,1", .year, "year", "2200"),
    row("truncated", "CHN,2020,gdp.p", .truncation, nil, "end of the file", end: ""),
    row("too few fields", "CHN,2020,gdp.ppp", .fields, nil, "3 fields"),
    row("empty line", "", .fields, nil, "an empty line"),
    row("duplicate", "USA,2019,gdp.ppp,7", .duplicate, nil, "line 2"),
    row("open quotation", "\"CHN,2020,gdp.ppp,1", .quote, nil, "never closed"),
    row("text after quotation", "\"CHN\"x,2020,gdp.ppp,1", .quote, nil, "after a closing"),
    row(
      "ten megabytes on a line", String(repeating: "x", count: 10_000_000), .length, nil,
      "65536 bytes"),
    row(
      "ten quoted megabytes", "\"" + String(repeating: "x\n", count: 5_000_000) + "\"", .length,
      nil, "65536 bytes"),
  ]

  static func row(
    _ name: String, _ row: String, _ property: TableError.Property, _ column: String?,
    _ says: String, end: String = "\n"
  ) -> Fault {
    Fault(
      name: name, text: header + "USA,2019,gdp.ppp,1\n" + row + end, property: property, line: 3,
      column: column, says: says)
  }

  @Test(arguments: faults)
  func `says where a defect is, what stands there, and what should`(fault: Fault) throws {
    let error = try #require(throws: TableError.self) { try read(fault.text) }
    #expect(error.property == fault.property)
    #expect(error.line == fault.line)
    #expect(error.column == fault.column)
    #expect(error.file == "test.csv")
    #expect(error.description.contains(fault.says), "\(error)")
    #expect(error.description.hasPrefix("test.csv:\(fault.line)"))
    #expect(!error.description.contains("\n"))
    #expect(error.description.count < 300)
  }

  @Test func `says where it is not UTF-8`() throws {
    let bytes = Array((Self.header + "USA,2019,gdp.ppp,1\nCH").utf8) + [0xFF, 0x0A]
    let error = try #require(throws: TableError.self) { try read(bytes) }
    #expect(error.property == .text)
    #expect(error.line == 3)
  }

  @Test func `gives all defects, up to a limit`() {
    let text = Self.header + "CHM,2020,gdp.ppp,1\nCHN,2020,gdp.ppp,2\nCHN,20,x,2\nCHN,1,burden,4\n"
    #expect(defects(text, limit: 10).map(\.line) == [2, 4, 5])
    #expect(defects(text, limit: 2).map(\.line) == [2, 4])
    #expect(defects(Self.good + Self.good.dropFirst(23), limit: 2).map(\.line) == [5, 6])
  }

  /// By force: bytes drawn at random are never read as figures, and never stop the program.
  @Test func `bears random bytes`() {
    var random = SplitMix(seed: 1)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(throws: TableError.self) { try read(bytes) }
      _ = try? read(Array(Self.header.utf8) + bytes)
    }
  }

  /// By force: a good table with bytes changed, put in, left out or doubled.
  ///
  /// It is refused, or its figures are each there once, known, finite and in bounds.
  @Test func `bears changes to a good table`() {
    let good = Array(Self.good.utf8)
    let letters = Array("\",\n\r.0159eCHN-x\u{E9}".utf8)
    var random = SplitMix(seed: 2)
    for _ in 0..<4000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = letters.randomElement(using: &random) ?? 0
        case 1: bytes.insert(letters.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes.remove(at: place)
        default: bytes += bytes[place...]
        }
      }
      guard let table = try? read(bytes) else { continue }
      #expect(Set(table.keys).count == table.keys.count)
      for (key, value) in zip(table.keys, table.values) {
        #expect(table.rules[key.series].bounds.contain(value) && value.isFinite)
        #expect(EntityTable.builtIn.places[key.code] != nil)
        #expect(RowReader.years.contains(key.year))
      }
    }
  }

  /// By a slow reference: with a column more, no record is read in one pass.
  ///
  /// Three hundred records, some of them with letters changed, give the same figures and defects.
  @Test func `is read in one pass as it is field by field`() {
    let letters = Array("0159.eE+-,x NGDP".utf8)
    var random = SplitMix(seed: 5)
    for _ in 0..<50 {
      var lines = (0..<300).map { number in
        let digits = Double.random(in: 0.001...9e6, using: &random)
        return Array("\(["CHN", "USA"][number / 150]),\(1700 + number),gdp.ppp,\(digits)".utf8)
      }
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let line = lines.indices.randomElement(using: &random) ?? 0
        let place = lines[line].indices.randomElement(using: &random) ?? 0
        lines[line][place] = letters.randomElement(using: &random) ?? 0
      }
      let header = Array(Self.header.utf8.dropLast())
      let narrow = both(([header] + lines).flatMap { $0 + [UInt8(ascii: "\n")] })
      let wide = both(([header] + lines).flatMap { $0 + Array(",\n".utf8) })
      #expect(narrow.table.keys == wide.table.keys)
      #expect(narrow.table.values == wide.table.values)
      #expect(narrow.table.lines == wide.table.lines)
      #expect(narrow.defects.map(\.line) == wide.defects.map(\.line))
      #expect(narrow.defects.map(\.property) == wide.defects.map(\.property))
      #expect(narrow.defects.map(\.column) == wide.defects.map(\.column))
    }
  }

  private func both(_ bytes: [UInt8]) -> (table: TidyTable, defects: [TableError]) {
    var defects: [TableError] = []
    var table = TidyTable(file: "test.csv", rules: TidySeries.rules)
    table.read(bytes.span, .init(entities: .builtIn, limit: 1000), defects: &defects)
    return (table, defects)
  }

  private func read(_ text: String) throws -> TidyTable { try read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) throws -> TidyTable {
    try TidyTable.read(
      bytes.span, file: "test.csv", rules: TidySeries.rules, entities: .builtIn)
  }

  private func defects(_ text: String, limit: Int) -> [TableError] {
    var defects: [TableError] = []
    var table = TidyTable(file: "test.csv", rules: TidySeries.rules)
    table.read(
      Array(text.utf8).span, .init(entities: .builtIn, limit: limit), defects: &defects)
    return defects
  }
}
