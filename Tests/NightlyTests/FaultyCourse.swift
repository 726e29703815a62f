import Archive
import Datasets
import Foundation
import Panels
import TestSupport
import Testing
import Updates

/// A world in which nights go wrong, and what must hold after each of them.
struct FaultyCourse {
  private let world: TinyWorld
  private let server: FaultyServer
  private var random: SplitMix
  private var now = Date(timeIntervalSince1970: 1_800_000_000)
  private var vintages: [Vintage] = []
  /// How many things went wrong, by what it was.
  private(set) var faults: [String: Int] = [:]

  init(seed: UInt64) throws {
    world = try TinyWorld()
    server = try FaultyServer(figures: world.publisher.figures)
    random = SplitMix(seed: seed)
  }

  var count: Int { faults.values.reduce(0, +) }

  /// A night on which nothing goes wrong.
  mutating func begin() async throws { try await complete() }

  /// The publisher revises a figure.
  func revise(by factor: Double) {
    server.say(world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: factor))
  }

  /// A night drawn at random: what the publisher says, when, and what fails.
  mutating func night() async throws {
    if vintages.isEmpty { try await begin() }
    if Int.random(in: 0..<4, using: &random) == 0 {
      let factor = Double.random(in: 0.98...1.02, using: &random)
      let year = Int.random(in: 2015...2024, using: &random)
      server.say(world.publisher.revised(.china, year, "NY.GDP.MKTP.CD", by: factor))
    }
    drawTime()
    let network =
      Int.random(in: 0..<4, using: &random) < 3
      ? FaultyServer.Fault.allCases.randomElement(using: &random) : nil
    let file =
      Int.random(in: 0..<4, using: &random) < 3
      ? FaultyFiles.Fault.allCases.randomElement(using: &random) : nil
    if Int.random(in: 0..<16, using: &random) == 0 {
      try await twoAtOnce()
    } else {
      try await night(file, at: Int.random(in: 0..<90, using: &random), network)
    }
  }

  /// A night on which a step fails or an answer is spoilt, what must hold after it, and the night
  /// after it.
  mutating func night(
    _ fault: FaultyFiles.Fault?, at step: Int, _ network: FaultyServer.Fault? = nil
  ) async throws {
    let served = servedText()
    let before = server.spoilt
    if let network, network != .refused {
      server.fail(
        network, after: Int.random(in: 0..<12, using: &random),
        for: [1, 2, 3, .max].randomElement(using: &random) ?? 1,
        at: Double.random(in: 0..<1, using: &random))
    }
    let files = FaultyFiles(fault, at: step, seed: random.next())
    do {
      _ = try await world.nightly(update(files, network), files: files, at: now).run()
    } catch is FileSystemError {} catch is DataError {}
    if files.hasFailed, let fault { faults["files: \(fault)", default: 0] += 1 }
    if let network, server.spoilt > before || network == .refused {
      faults["answers: \(network)", default: 0] += 1
    }
    let words = "\(fault.map { "\($0) at step \(step)" } ?? "no step") and \(network as Any)"
    #expect(servedText() != nil || served == nil, "the last good forecast is gone after \(words)")
    try check(words)
    server.mend()
    try await complete()
  }

  /// Two runs start together; one at least does its work, and the other is turned away or follows.
  private mutating func twoAtOnce() async throws {
    let nights = (0..<2).map { _ in
      world.nightly(update(LocalFiles(), nil), files: LocalFiles(), at: now)
    }
    let ends = await withTaskGroup(of: Bool?.self) { group in
      for night in nights {
        group.addTask {
          do {
            _ = try await night.run()
            return true
          } catch is RunLock.Held { return false } catch {
            Issue.record("one of two runs ended with \(error)")
            return nil
          }
        }
      }
      return await group.reduce(into: [Bool?]()) { $0.append($1) }
    }
    #expect(ends.contains(true) && !ends.contains(nil), "two runs at once ended with \(ends)")
    faults["two runs at once", default: 0] += 1
    try check("two runs at once")
    try await complete()
  }

  /// The World Bank on this machine, asked twice at most and without a pause.
  private func update(_ files: any FileSystem, _ network: FaultyServer.Fault?) -> Update {
    var curl = CurlFetcher()
    curl.deadline = network == .slow ? .milliseconds(200) : .seconds(3600)
    curl.limit = 20_000_000
    var patient = PatientFetcher(curl, pause: { _ in })
    patient.attempts = 2
    var publisher = WorldBank()
    publisher.rowsPerPage = 70
    var update = Update(
      publishers: [publisher], client: patient,
      store: DataStore(state: world.state.path, files: files))
    let base = network == .refused ? "http://127.0.0.1:9" : server.base
    update.addresses = Addresses(["world-bank": base])
    return update
  }

  /// A night without a fault completes, and publishes what is known.
  private mutating func complete() async throws {
    let update = update(LocalFiles(), nil)
    let report = try await world.nightly(update, files: LocalFiles(), at: now).run()
    #expect(!report.hasFailures, "\(report.sources)")
    // What it left is also hashed again after the fault that follows.
    if Int.random(in: 0..<4, using: &random) == 0 { try check("the night after") }
    let archive = try Archive(existing: world.state.archive)
    defer { try? archive.close() }
    let last = try archive.runs(in: [.published]).last
    #expect(try last?.vintage == archive.vintage().number)
    #expect(report.vintage == last?.vintage)
    guard Int.random(in: 0..<4, using: &random) == 0 else { return }
    let again = try await world.nightly(update, files: LocalFiles(), at: now).run()
    #expect(again.state == .unchanged)
  }

  /// What is served verifies, no vintage is lost, and nothing false is believed.
  private mutating func check(_ words: String) throws {
    guard FileManager.default.fileExists(atPath: world.state.archive) else { return }
    let archive = try Archive(existing: world.state.archive)
    defer { try? archive.close() }
    let failures = try archive.verify {
      FileManager.default.contents(atPath: $0).map(Array.init)
    }.failures
    #expect(failures.isEmpty, "after \(words): \(failures)")
    let known = try archive.vintages()
    #expect(Array(known.prefix(vintages.count)) == vintages, "a vintage is lost after \(words)")
    vintages = known
    try checkBelief(words)
    guard FileManager.default.fileExists(atPath: world.publish + "/current") else { return }
    let folder = PublishFolder(path: world.publish, files: LocalFiles())
    let served = try archive.runs(in: [.published, .prepared]).contains {
      $0.generation == folder.served
    }
    #expect(served, "what is served is no run's after \(words)")
  }

  /// The tables in use can be read, are whole, and hold nothing that the publisher never said.
  private func checkBelief(_ words: String) throws {
    guard FileManager.default.fileExists(atPath: world.state.data) else { return }
    let table = try TableFolder(path: world.state.data).table(of: .worldBank)
    let figures = try #require(table?.figures)
    #expect(!figures.contains { $0.value == FaultyServer.poison }, "poison after \(words)")
    #expect(figures.count == world.publisher.figures.count, "figures are lost after \(words)")
  }

  private func servedText() -> String? {
    FileManager.default.contents(atPath: world.publish + "/current/run.json").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Mostly the next night; now and then the clock is moved back, or by an hour.
  private mutating func drawTime() {
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      now -= Double.random(in: 0...40 * 86400, using: &random)
      faults["clock: moved back", default: 0] += 1
    case 1:
      now += 82800
      faults["clock: summer begins", default: 0] += 1
    case 2:
      now += 90000
      faults["clock: summer ends", default: 0] += 1
    default: now += 86400
    }
  }
}
