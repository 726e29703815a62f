import Archive
import Datasets
import Forecasting
import Foundation
import Panels
import Synchronization
import TestSupport
import Testing
import Updates

@Suite struct NightlyTests {
  private let world: TinyWorld
  private let start = Date(timeIntervalSince1970: 1_800_000_000)

  init() throws { world = try TinyWorld() }

  private func published(_ name: String) throws -> String {
    try String(contentsOfFile: "\(world.publish)/current/\(name)", encoding: .utf8)
  }

  private func failures() throws -> [String] {
    try Archive(existing: world.state.archive).verify {
      FileManager.default.contents(atPath: $0).map(Array.init)
    }.failures
  }

  /// Path, size and time of every file below a folder.
  private func listing(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(path) \(attributes[.size] ?? 0) \(time)"
    }
  }

  @Test func `the first night stores the embedded figures and publishes`() async throws {
    let report = try await world.nightly(at: start).run()
    #expect(report.state == .published)
    #expect(report.vintage == 1 && report.newVintage)
    #expect(try published("forecast.txt").contains("gdp.mer"))
    #expect(try published("run.json").contains("\"state\" : \"published\""))
    #expect(report.moves.allSatisfy { $0.parts == nil })
    #expect(try failures() == [])
  }

  @Test func `where nothing can be published nothing is forecast`() async throws {
    try world.scratch.file("out", "a file, not a folder")
    await #expect(throws: FileSystemError.self) {
      try await world.nightly(at: start, press: RefusingPress()).run()
    }
  }

  @Test func `a night with nothing new writes no vintage and publishes nothing`() async throws {
    _ = try await world.nightly(at: start).run()
    let before = try listing(world.publish)
    let report = try await world.nightly(at: start + 86400).run()
    #expect(report.state == .unchanged && !report.newVintage)
    #expect(try listing(world.publish) == before)
    #expect(try Archive(existing: world.state.archive).vintages().count == 1)
  }

  @Test func `a revised figure is a vintage, a forecast, and a move with its cause`() async throws {
    _ = try await world.nightly(at: start).run()
    world.publisher.say(
      .figures(world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: 1.1)))
    let report = try await world.nightly(at: start + 86400).run()
    #expect(report.state == .published && report.vintage == 2)
    let moved = report.moves.filter { $0.change != 0 }
    #expect(moved.contains { $0.measure == "gdp.mer" })
    #expect(moved.allSatisfy { $0.parts?.fromData == $0.change })
    #expect(moved.allSatisfy { $0.measure != "gdp.ppp" })
    let series = report.causes.first { $0.subject == .series("world-bank NY.GDP.MKTP.CD") }
    #expect(series?.figures == 1)
    #expect(report.causes.contains { $0.subject == .power("CHN") && $0.measure == "gdp.mer" })
    #expect(try failures() == [])
  }

  /// By a law: a revision that is taken back gives the first night's forecast byte for byte.
  @Test func `a revision that is taken back gives the same bytes again`() async throws {
    _ = try await world.nightly(at: start).run()
    let first = try published("forecast.txt")
    world.publisher.say(
      .figures(world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: 1.1)))
    _ = try await world.nightly(at: start + 86400).run()
    #expect(try published("forecast.txt") != first)
    world.publisher.say(.figures(world.publisher.figures))
    _ = try await world.nightly(at: start + 2 * 86400).run()
    #expect(try published("forecast.txt") == first)
  }

  @Test func `a past day gives the tables that were known on it`() async throws {
    _ = try await world.nightly(at: start).run()
    world.publisher.say(
      .figures(world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: 1.1)))
    _ = try await world.nightly(at: start + 86400).run()
    let past = PastVintage(state: world.state)
    let day = try #require(Day(String(start.stamp.prefix(10))))
    let folder = try past.folder(on: day)
    for name in ["world-bank.csv", "datapackage.json", "entities.csv"] {
      let original = try scratchBytes("\(world.embedded)/\(name)")
      #expect(try scratchBytes("\(folder)/\(name)") == original)
    }
    let again = try await TinyPress().forecast(from: folder, TinyWorld.settings)
    let stored = try Archive(existing: world.state.archive).forecasts(of: 1)
    #expect(again.forecaster.data.checksum == stored.first?.data)
  }

  /// By force: several commands may look back on the same day at once.
  @Test func `a past day may be asked for by several at once`() async throws {
    _ = try await world.nightly(at: start).run()
    world.publisher.say(
      .figures(world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: 1.1)))
    _ = try await world.nightly(at: start + 86400).run()
    let day = try #require(Day(String(start.stamp.prefix(10))))
    let vintage = try Archive(existing: world.state.archive).vintage(on: day)
    let state = world.state
    for _ in 0..<10 {
      try? FileManager.default.removeItem(atPath: state.vintages)
      try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<4 { group.addTask { try PastVintage(state: state).folder(on: day) } }
        for try await folder in group {
          #expect(try DataFolder.checksum(of: folder) == vintage.checksum)
        }
      }
      let kept = try FileManager.default.contentsOfDirectory(atPath: state.vintages)
      #expect(kept == ["\(vintage.number)"])
    }
  }

  private func scratchBytes(_ path: String) throws -> Data {
    try #require(FileManager.default.contents(atPath: path))
  }

  @Test func `a new year, other draws and another version have shares of their own`() async throws {
    let world = self.world
    try world.cut(before: 2025)
    world.publisher.say(.unchanged)
    _ = try await world.nightly(at: start).run()
    world.publisher.say(.figures(world.publisher.figures))
    let year = try await world.nightly(at: start + 86400).run()
    #expect(year.moves.contains { ($0.parts?.fromYear ?? 0) != 0 })
    #expect(year.moves.allSatisfy { $0.parts.map { $0.fromData == 0 } ?? true })
    var settings = TinyWorld.settings
    settings.seed = 2
    let drawn = try await world.nightly(at: start + 2 * 86400, settings: settings).run()
    #expect(drawn.moves.contains { ($0.parts?.fromSampling ?? 0) != 0 })
    #expect(drawn.moves.allSatisfy { $0.parts?.fromSampling == $0.change })
    settings.horizon = 11
    let model = try await world.nightly(
      at: start + 3 * 86400, settings: settings, version: "2"
    ).run()
    #expect(model.state == .published)
    #expect(model.moves.allSatisfy { $0.parts.map { $0.fromSampling == 0 } ?? true })
  }

  @Test func `what is published is entered in the ledger, once, and stands among the runs`()
    async throws
  {
    _ = try await world.nightly(at: start).run()
    let archive = try Archive(existing: world.state.archive)
    let first = try archive.entries()
    #expect(first.map(\.measure).sorted() == ["gdp.mer", "gdp.ppp"])
    #expect(first.allSatisfy { $0.publisher == "Primacy 1" && $0.published.year == 2027 })
    #expect(try published("runs.txt") == "2027-01-15\n")
    world.publisher.say(
      .figures(world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: 1.001)))
    _ = try await world.nightly(at: start + 86400).run()
    // What says the same again is not entered again.
    #expect(try archive.entries() == first)
    #expect(try published("runs.txt") == "2027-01-15\n2027-01-16\n")
    _ = try await world.nightly(at: start + 2 * 86400, version: "2").run()
    #expect(try archive.entries().count == 4)
    #expect(try failures() == [])
  }

  /// By hand: China was above the United States at PPP in every year since 2016.
  @Test func `a probability that has fallen due is scored`() async throws {
    try world.cut(before: 2023)
    world.publisher.say(.unchanged)
    _ = try await world.nightly(at: start).run()
    world.publisher.say(.figures(world.publisher.figures))
    _ = try await world.nightly(at: start + 86400).run()
    let lines = try published("due.txt").split(separator: "\n")
    // From 2022, three years on two measures.
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { $0.hasPrefix("1 ") && $0.hasSuffix(" false") })
  }

  @Test func `documents of a later version take the place of those that were stored`() async throws
  {
    let record = "record/skill.csv"
    _ = try await world.nightly(at: start).run()
    world.publisher.say(
      .figures(world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: 1.1)))
    _ = try await world.nightly(at: start + 86400).run()
    #expect(!FileManager.default.fileExists(atPath: "\(world.state.data)/\(record)"))
    try world.scratch.file("datasets/\(record)", "measure,model\n")
    let report = try await world.nightly(at: start + 2 * 86400).run()
    #expect(report.newVintage && report.vintage == 3)
    #expect(try scratchBytes("\(world.state.data)/\(record)") == Data("measure,model\n".utf8))
    let again = try await world.nightly(at: start + 3 * 86400).run()
    #expect(again.state == .unchanged && !again.newVintage)
    #expect(try failures() == [])
  }

  @Test func `a source that fails leaves its last good figures in use`() async throws {
    _ = try await world.nightly(at: start).run()
    world.publisher.say(.failure(.refused("http://127.0.0.1")))
    let refused = try await world.nightly(at: start + 86400).run()
    #expect(refused.hasFailures && refused.state == .unchanged)
    world.publisher.say(.nonsense("<html><body>Maintenance</body></html>"))
    let nonsense = try await world.nightly(at: start + 2 * 86400).run()
    #expect(nonsense.hasFailures && nonsense.state == .unchanged)
    #expect(nonsense.findings.first?.file?.contains("quarantine") == true)
    #expect(Heartbeat(in: world.state)?.failed == ["world-bank"])
    #expect(try failures() == [])
  }

  @Test func `a second run at the same time is turned away`() async throws {
    try LocalFiles().makeFolder(world.state.path)
    let lock = try RunLock(world.state.lock)
    await #expect(throws: RunLock.Held.self) { try await world.nightly(at: start).run() }
    withExtendedLifetime(lock) {}
  }

  /// A number that is closed twice closes whatever file got it in between.
  @Test func `being turned away closes nothing of others`() throws {
    try LocalFiles().makeFolder(world.state.path)
    let lock = try RunLock(world.state.lock)
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { worker in
      for round in 0..<200 {
        if worker.isMultiple(of: 2) {
          _ = try? RunLock(world.state.lock)
        } else {
          let text = "\(worker) \(round)"
          let file = world.scratch.path + "/\(worker)"
          // What was written to another's file, or to none, does not read back.
          try? LocalFiles().write(Array(text.utf8), to: file)
          let read = FileManager.default.contents(atPath: file).map {
            String(decoding: $0, as: UTF8.self)
          }
          if read != text { failures.withLock { $0 += 1 } }
        }
      }
    }
    #expect(failures.withLock { $0 } == 0)
    withExtendedLifetime(lock) {}
  }

  @Test func `generations stay as many as are kept, and one can go back`() async throws {
    for night in 0..<5 {
      world.publisher.say(
        .figures(
          world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: 1 + Double(night) / 100)))
      _ = try await world.nightly(at: start + Double(night) * 86400).run()
    }
    let folder = PublishFolder(path: world.publish, files: LocalFiles())
    #expect(folder.generations.count == 3)
    let served = try #require(folder.served)
    let back = try #require(try folder.rollBack())
    #expect(back < served && folder.served == back)
    // What was withdrawn stays so until there is something new.
    let report = try await world.nightly(at: start + 6 * 86400).run()
    #expect(report.state == .unchanged && folder.served == back)
    #expect(try failures() == [])
  }

  @Test func `a clock that is moved back does no harm`() async throws {
    _ = try await world.nightly(at: start).run()
    world.publisher.say(
      .figures(world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: 1.1)))
    let report = try await world.nightly(at: start - 40 * 86400).run()
    #expect(report.state == .published && report.vintage == 2)
    let vintages = try Archive(existing: world.state.archive).vintages()
    #expect(vintages.map(\.time) == [start, start])
    #expect(Heartbeat(in: world.state)?.age(at: start) == 3_456_000.0)
  }
}
