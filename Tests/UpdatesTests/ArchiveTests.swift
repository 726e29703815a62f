import Foundation
import TestSupport
import Testing

@testable import Updates

/// Archives and workbooks that were made to harm, and the limits that stop them.
@Suite("Archives")
struct ArchiveTests {
  let workbook: [UInt8]

  init() throws { workbook = try document("mpd2023_web.xlsx").bytes }

  @Test func `a bomb is refused before it is unpacked`() throws {
    #expect { try ZipArchive(bytes("bomb.zip"), limits: .workbook).names } throws: { error in
      if case .tooLarge = error as? UnpackingError { true } else { false }
    }
  }

  @Test func `a gzip bomb stops at its ratio`() throws {
    #expect { try Gzip.unpack(bytes("bomb.gz"), limits: .tables) } throws: { error in
      if case .tooLarge = error as? UnpackingError { true } else { false }
    }
  }

  @Test func `a size that lies is found out`() throws {
    let archive = try ZipArchive(bytes("lying.zip"), limits: .workbook)
    #expect(throws: UnpackingError.self) { try archive.bytes(of: "a.csv") }
  }

  @Test func `entities that multiply are not expanded`() throws {
    let contents = Contents(of: try bytes("laughs.xlsx"), named: "laughs.xlsx")
    guard case .workbook(let workbook) = contents else {
      // The shared texts are read at once.
      guard case .unreadable(.damaged) = contents else {
        Issue.record("neither refused nor read")
        return
      }
      return
    }
    #expect(workbook.texts.allSatisfy { $0.utf8.count < 1_000_000 })
  }

  @Test func `too many entries are too large`() throws {
    var limits = UnpackingLimits.workbook
    limits.entries = 3
    #expect { try ZipArchive(workbook, limits: limits).names } throws: { error in
      if case .tooLarge = error as? UnpackingError { true } else { false }
    }
  }

  /// Cut at two hundred places, a workbook is never read as a smaller one.
  @Test func `a workbook that was cut off is damaged`() {
    for part in 0..<200 {
      let cut = Array(workbook.prefix(workbook.count * part / 200))
      switch Contents(of: cut, named: "cut.xlsx") {
      case .unreadable, .empty, .tables: break
      default: Issue.record("read after \(cut.count) of \(workbook.count) bytes")
      }
    }
  }

  /// A byte changed anywhere either changes no figure or is noticed.
  @Test func `a workbook with a changed byte is never another workbook`() throws {
    let intact = try MaddisonProject().read([document("mpd2023_web.xlsx")]).figures
    var random = SplitMix(seed: 1)
    for _ in 0..<60 {
      var bytes = workbook
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      let damaged = Document(address: "mpd2023_web.xlsx", bytes: bytes, time: .distantPast)
      guard let delivery = try? MaddisonProject().read([damaged]) else { continue }
      #expect(delivery.figures == intact, "byte \(place)")
    }
  }

  @Test func `texts inside cells, shared, rich and Asian are read`() throws {
    let workbook = try Workbook(bytes("texts.xlsx"))
    let rows = try #require(try workbook.rows(of: "Texts & more"))
    #expect(rows[0] == [.text("inline & <here>"), .number(1.5), .text("東京")])
    #expect(rows[1] == [])
    #expect(rows[2] == [.blank, .text("bold and plain"), .number(-0.25), .text("TRUE")])
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(files)/Hostile/\(name)")))
  }
}
