import Archive
import Datasets
import Forecasting
import Foundation
import GRDB
import TestSupport
import Testing

@Suite struct VerificationTests {
  private let scratch: Scratch
  private let archive: Archive
  private let start = Date(timeIntervalSince1970: 1_800_000_000)

  init() throws {
    scratch = try Scratch()
    archive = try Archive(path: scratch.path + "/archive.sqlite")
    _ = try archive.keep(DataFolder(path: scratch.excerptOfEmbedded()), at: start)
  }

  /// A run that served one file, with one forecast in the archive.
  private func publish() throws {
    let row = ForecastOutput.Row(
      target: "crossing", horizon: 5, type: "cdf", id: "2030", value: 0.25)
    let forecast = ForecastOutput(
      measure: "gdp.mer", challenger: "CHN", incumbent: "USA", scenario: "", origin: 2025,
      crossedIn: nil, ratio: 0.6, seed: 1, version: "1", data: "sha256:0", rows: [row])
    let outcome = RunOutcome(
      started: start, vintage: 1, folder: scratch.path + "/out", generation: "1", version: "1",
      settings: "{}", data: "sha256:0", forecasts: [forecast], moves: [], causes: [])
    try scratch.file("out/generations/1/forecast.json", "{}")
    try archive.prepare(
      outcome, as: 1, files: [.init(path: "forecast.json", bytes: Array("{}".utf8))])
    try archive.settle(1, as: .published, at: start)
  }

  private func failures() throws -> [String] {
    try archive.verify { FileManager.default.contents(atPath: $0).map(Array.init) }.failures
  }

  @Test func `what nobody touched is sound`() throws {
    try publish()
    #expect(try failures() == [])
    let forecasts = try archive.forecasts(of: 1)
    #expect(forecasts.first?.probability(by: 2030) == 0.25)
  }

  @Test(arguments: [
    ("UPDATE figures SET value = value || '1' WHERE power = 'CHN' AND year = 2000", "Vintage 1"),
    ("DELETE FROM figures WHERE power = 'USA' AND year = 2000", "Vintage 1"),
    ("UPDATE documents SET content = x'00' WHERE path = 'entities.csv'", "entities.csv"),
    ("UPDATE outputs SET value = 0.26", "gdp.mer"),
    ("PRAGMA foreign_keys = OFF; UPDATE contests SET run = 9", "runs"),
  ])
  func `what somebody touched is found`(sql: String, word: String) throws {
    try publish()
    let queue = try DatabaseQueue(path: archive.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    let failures = try failures()
    #expect(failures.contains { $0.contains(word) }, "\(failures)")
  }

  @Test func `a published file that changed or went is found`() throws {
    try publish()
    try scratch.file("out/generations/1/forecast.json", "{ }")
    #expect(try failures().count == 1)
    try FileManager.default.removeItem(atPath: scratch.path + "/out/generations/1/forecast.json")
    #expect(try failures().first?.contains("is gone") == true)
  }

  @Test func `nights without news take little room`() throws {
    func size() throws -> Int {
      try archive.compact()
      let attributes = try FileManager.default.attributesOfItem(atPath: archive.path)
      return (attributes[.size] as? Int) ?? 0
    }
    let before = try size()
    for night in 0..<200 {
      let time = start + Double(night) * 86400
      try archive.note(
        (1...10).map {
          FetchRecord(
            source: "world-bank", address: "http://127.0.0.1/\($0)", time: time, status: 304,
            entityTag: "\"a\"", sha256: nil)
        })
      try archive.note([.init(source: "sipri", name: "refused", words: "It refuses.")], at: time)
      try archive.noteUnchanged(started: time, finished: time, vintage: 1, version: "1")
    }
    // Ten thousand nights have 25 MB beside the embedded figures.
    #expect(try size() - before < 200 * 2_500)
  }
}
