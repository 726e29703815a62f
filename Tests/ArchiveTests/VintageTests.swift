import Archive
import Datasets
import Foundation
import Panels
import TestSupport
import Testing

@Suite struct VintageTests {
  private let scratch: Scratch
  private let archive: Archive
  private let folder: DataFolder
  private let start = Date(timeIntervalSince1970: 1_800_000_000)

  init() throws {
    scratch = try Scratch()
    archive = try Archive(path: scratch.path + "/archive.sqlite")
    folder = try DataFolder(path: scratch.excerptOfEmbedded())
  }

  /// The folder with China's product of 2024 replaced.
  private func revised(_ value: Double, in folder: DataFolder) throws -> DataFolder {
    let table = try #require(
      try TableFolder(path: scratch.path + "/datasets").table(of: .worldBank))
    let changed = table.figures.map { figure in
      let isIt =
        figure.power == .china && figure.year == 2024 && figure.series == "NY.GDP.MKTP.CD"
      return isIt ? figure.with(value) : figure
    }
    return try folder.replacing(
      SourceTable(source: .worldBank, edition: "2026-10", figures: changed))
  }

  @Test func `the first vintage gives every byte of the folder again`() throws {
    let vintage = try #require(try archive.keep(folder, at: start))
    let files = try archive.folder(of: vintage).files
    #expect(files.map(\.path).contains("world-bank.csv"))
    for file in files {
      let original = FileManager.default.contents(atPath: "\(scratch.path)/datasets/\(file.path)")
      #expect(original.map(Array.init) == file.bytes, "\(file.path)")
    }
  }

  @Test func `the same folder again is no vintage`() throws {
    _ = try archive.keep(folder, at: start)
    #expect(try archive.keep(folder, at: start + 86400) == nil)
    #expect(try archive.vintages().count == 1)
  }

  /// The World Bank writes `1.715E-05`, which no program of ours does.
  @Test func `the same numbers in another edition keep their digits`() throws {
    let table = try #require(
      try TableFolder(path: scratch.path + "/datasets").table(of: .worldBank))
    let same = try folder.replacing(
      SourceTable(source: .worldBank, edition: "2030", figures: table.figures))
    #expect(same.files == folder.files)
  }

  @Test func `a revision is one row, and the vintage before it stays as it was`() throws {
    let first = try #require(try archive.keep(folder, at: start))
    let second = try #require(try archive.keep(revised(1.8e13, in: folder), at: start + 86400))
    #expect(second.number == 2)
    #expect(try archive.folder(of: first).files == folder.files)
    let now = try archive.folder(of: second)
    #expect(
      now.files.filter { !folder.files.contains($0) }.map(\.path).sorted() == [
        "datapackage.json", "world-bank.csv",
      ])
    let table = try #require(now.tables.first { $0.table == "world-bank.csv" })
    #expect(table.text.contains("CHN,2024,NY.GDP.MKTP.CD,18000000000000\n"))
  }

  @Test func `a loader reads a vintage, and its checksum is that of the files`() throws {
    let vintage = try #require(try archive.keep(folder, at: start))
    for file in try archive.folder(of: vintage).files {
      try scratch.file("past/\(file.path)", file.bytes)
    }
    let past = try DataSet.load(from: .tables(folder: scratch.path + "/past"))
    let now = try DataSet.load(from: .tables(folder: scratch.path + "/datasets"))
    #expect(past.checksum == now.checksum)
  }

  @Test func `a day finds the vintage known at its end`() throws {
    let day = try #require(Day("2027-01-15"))
    let time = try #require(Date(stamp: "2027-01-15T23:59:59Z"))
    _ = try archive.keep(folder, at: time)
    _ = try archive.keep(revised(1, in: folder), at: time + 1)
    #expect(try archive.vintage(on: day).number == 1)
    #expect(try archive.vintage(on: Day("2027-01-16")).number == 2)
    #expect(try archive.vintage().number == 2)
    let early = try #require(Day("2027-01-14"))
    #expect(throws: ArchiveError.beforeFirst(early, first: day)) {
      try archive.vintage(on: early)
    }
  }

  @Test func `a clock that is moved back does not put vintages out of order`() throws {
    _ = try archive.keep(folder, at: start)
    let second = try #require(try archive.keep(revised(1, in: folder), at: start - 86400 * 30))
    #expect(second.time == start)
    #expect(try archive.vintage().number == 2)
  }

  /// A slow reference: whole copies of every folder kept.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `any course of changes can be read again`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var copies: [[DataFolder.File]] = []
    var current = folder
    for night in 0..<12 {
      let source = try #require([Source.worldBank, .maddison].randomElement(using: &random))
      var figures = (current.tables.first { $0.table == source.table }?.figures ?? []).map {
        Figure(power: $0.power, year: $0.year, series: $0.series, value: Double($0.digits) ?? 0)
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let old = figures.remove(at: Int.random(in: 0..<figures.count, using: &random))
        if Bool.random(using: &random) {
          figures.append(old.with(Double.random(in: 1...9, using: &random)))
        }
      }
      current = try current.replacing(
        SourceTable(source: source, edition: "\(night)", figures: figures))
      if try archive.keep(current, at: start + Double(night)) != nil {
        copies.append(current.files)
      }
    }
    let vintages = try archive.vintages()
    #expect(vintages.count == copies.count)
    for (vintage, files) in zip(vintages, copies) {
      #expect(try archive.folder(of: vintage).files == files)
    }
    #expect(try archive.verify { _ in nil }.failures.isEmpty)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-00-10", "today", ""])
  func `what is no day is none`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `a leap day is a day`() {
    #expect(Day("2028-02-29")?.description == "2028-02-29")
  }
}

extension Figure {
  fileprivate func with(_ value: Double) -> Figure {
    Figure(power: power, year: year, series: series, value: value)
  }
}
