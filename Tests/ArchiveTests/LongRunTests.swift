import Archive
import Datasets
import Foundation
import TestSupport
import Testing

/// Years of nights on which nothing changes, with the figures that come with the program.
@Suite struct LongRunTests {
  private static let nights =
    (ProcessInfo.processInfo.environment["FAULTS"].flatMap { Int($0) } ?? 0) >= 10_000
    ? 10_000 : 100
  private static let limit = 50_000_000

  /// All that a night stores: what publishers answered, the vintage unless it is the last one
  /// again, the run, and the log brought into the file.
  @Test func `ten thousand nights without news stay below fifty megabytes`() throws {
    let scratch = try Scratch()
    let archive = try Archive(path: scratch.path + "/archive.sqlite")
    let start = Date(timeIntervalSince1970: 1_800_000_000)
    #expect(try archive.keep(folderAt: embeddedFolder, at: start) != nil)
    try archive.compact()
    let first = try size(of: archive)
    for night in 1...Self.nights {
      let time = start + Double(night) * 86400
      #expect(try archive.keep(folderAt: embeddedFolder, at: time) == nil)
      try archive.note(
        (1...12).map {
          FetchRecord(
            source: "world-bank", address: "http://127.0.0.1/\($0)", time: time, status: 200,
            entityTag: "\"a\"", sha256: "e3b0c44298fc1c14")
        })
      try archive.note([.init(source: "sipri", name: "refused", words: "It refuses.")], at: time)
      try archive.noteUnchanged(started: time, finished: time, vintage: 1, version: "1")
      try archive.compact()
    }
    let last = try size(of: archive)
    if Self.nights == 10_000 { print("\(first) bytes at first, \(last) after 10000 nights") }
    // A share of the room for the nights that are run here.
    #expect(last - first <= (Self.limit - first) * Self.nights / 10_000 + 65_536)
    #expect(try archive.vintages().count == 1)
  }

  private func size(of archive: Archive) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: archive.path)
    return (attributes[.size] as? Int) ?? 0
  }
}
