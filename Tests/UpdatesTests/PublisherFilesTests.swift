import Datasets
import Foundation
import Panels
import TestSupport
import Testing

@testable import Updates

/// The files are made by `Files/make.py` in the publishers' layouts, from the embedded figures:
/// what is read out of them must be the embedded tables again.
@Suite("Publishers' files")
struct PublisherFilesTests {
  @Test func `Maddison's workbook gives the embedded figures`() throws {
    let delivery = try read("mpd2023_web.xlsx", as: "maddison")
    #expect(delivery.edition == "2023")
    try expectEmbedded(delivery, powers: ["CHN", "GBR", "SUN", "USA"])
  }

  @Test func `Penn's workbook gives the embedded figures`() throws {
    let delivery = try read("pwt1001.xlsx", as: "penn")
    #expect(delivery.edition == "10.01")
    try expectEmbedded(delivery, powers: ["CHN", "GBR", "USA"])
  }

  /// By a law: the made workbook has the growth of 10.01 to 2019, so linked it is 10.01 again.
  @Test func `Penn's version 11 is linked to the prices in use`() throws {
    let delivery = try read("pwt110.xlsx", as: "penn")
    #expect(delivery.edition == "11.0")
    let table = try #require(try TableFolder(path: embeddedFolder).table(of: .penn))
    let linked = delivery.linked(to: table)
    #expect(linked.series == table.source.series.map(\.name).sorted())
    #expect(linked.findings.isEmpty)
    let known = Dictionary(uniqueKeysWithValues: table.figures.map { ($0.place, $0.value) })
    for figure in linked.figures where figure.year <= 2019 {
      let other = try #require(known[figure.place])
      #expect(abs(figure.value - other) <= 1e-8 * abs(other), "\(figure) is not \(other)")
    }
    let output = try ["rgdpna", "rnna"].map { series in
      try #require(value(linked, "CHN", series, 2023)) / #require(
        value(linked, "CHN", series, 2022))
    }
    #expect(output.allSatisfy { abs($0 - 1.02) < 1e-7 })
    let again = linked.linked(to: table)
    #expect(again.figures == linked.figures)
    // Without figures in use there is no level: the index stays, the dollars are left out.
    let alone = delivery.linked(to: nil)
    #expect(alone.series == ["csh_i", "hc", "pop", "rtfpna"])
    #expect(alone.findings.count == 2)
  }

  /// Numbers of states change hands: 255, 260, 345 and 365 each stand for two.
  @Test func `the capabilities in an archive in an archive give the embedded figures`() throws {
    let delivery = try read("NMCv7.zip", as: "nmc")
    #expect(delivery.edition == "7.0")
    try expectEmbedded(
      delivery, powers: ["CHN", "DEU", "GBR", "RUS", "SRB", "SUN", "USA", "XWG", "YUG"])
  }

  @Test func `the United Nations' totals and intervals give the embedded figures`() throws {
    let delivery = try read("WPP2024_TotalPopulationBySex.csv.gz", as: "un-wpp")
    #expect(delivery.edition == "2024")
    #expect(delivery.series == ["pop_80l", "pop_80u", "pop_95l", "pop_95u", "pop_total"])
    try expectEmbedded(delivery, powers: ["CHN", "USA"], years: 2015...2030)
  }

  @Test func `ages of 15 to 64 are added up`() throws {
    let delivery = try read(
      "WPP2024_PopulationBySingleAgeSex_Medium_1950-2023.csv.gz", as: "un-wpp")
    #expect(delivery.series == ["pop_15_64"])
    try expectEmbedded(delivery, powers: ["CHN", "USA"], years: 2020...2023)
  }

  @Test func `the World Bank's download gives the embedded figures`() throws {
    let delivery = try read("API_MS.MIL.XPND.GD.ZS_DS2_en_csv_v2.zip", as: "world-bank")
    #expect(delivery.edition == "2026-07")
    #expect(delivery.findings.isEmpty)
    try expectEmbedded(delivery, powers: ["CHN", "GBR", "USA"])
  }

  @Test func `every embedded table is read back from its tidy form`() throws {
    for source in Source.all where source.name != "un-wpp" {
      let document = try Document(path: "\(embeddedFolder)/\(source.table)", time: .distantPast)
      let publisher = try #require(Publishers.of(document))
      #expect(publisher is TidyForm)
      let table = try #require(try TableFolder(path: embeddedFolder).table(of: source))
      #expect(try publisher.read([document]).figures == table.figures)
    }
  }

  @Test func `the Fund's projections are kept apart`() throws {
    let documents = try ["NGDPD.json", "indicators.json"].map(document)
    #expect(documents.allSatisfy { Publishers.of($0)?.source.name == "imf" })
    let delivery = try MonetaryFund().read(documents)
    #expect(delivery.edition == "2025-10")
    #expect(value(delivery, "USA", "NGDPD", 2024) == 29184.9)
    #expect(value(delivery, "USA", "NGDPD-projected", 2025) == 30615.7)
    #expect(value(delivery, "USA", "NGDPD", 2025) == nil)
    #expect(value(delivery, "XKX", "NGDPD", 2024) == 11.2)
    #expect(value(delivery, "CHN", "NGDPD-projected", 2026) == nil)
    #expect(delivery.findings.isEmpty)
  }

  private func read(_ name: String, as source: String) throws -> Delivery {
    let document = try document(name)
    let publisher = try #require(Publishers.of(document))
    #expect(publisher.source.name == source)
    return try publisher.read([document])
  }

  /// The delivery's figures are the embedded ones of its series and these states.
  private func expectEmbedded(
    _ delivery: Delivery, powers: Set<Power>, years: ClosedRange<Int> = 1...2200
  ) throws {
    let table = try #require(
      try TableFolder(path: embeddedFolder).table(of: delivery.source))
    let series = Set(delivery.series)
    let expected = table.figures.filter {
      powers.contains($0.power) && series.contains($0.series) && years.contains($0.year)
    }
    try #require(delivery.figures.count == expected.count)
    // Workbooks are written with sixteen digits.
    for (figure, other) in zip(delivery.figures, expected) {
      let isSame =
        figure.place == other.place
        && abs(figure.value - other.value) <= 1e-15 * abs(other.value)
      #expect(isSame, "\(figure) is not \(other)")
    }
  }
}

/// A file made by `Files/make.py`.
func document(_ name: String) throws -> Document {
  try Document(path: files + "/" + name, time: .distantPast)
}

/// The folder of the made files.
let files =
  #filePath.split(separator: "/").dropLast(1).reduce("") { "\($0)/\($1)" } + "/Files"

func value(_ delivery: Delivery, _ code: String, _ series: String, _ year: Int) -> Double? {
  delivery.figures.first {
    $0.power.code == code && $0.series == series && $0.year == year
  }?.value
}
