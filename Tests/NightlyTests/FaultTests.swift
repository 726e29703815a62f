import Archive
import Datasets
import Foundation
import Panels
import TestSupport
import Testing
import Updates

/// Nights on which something goes wrong, drawn from a seed.
///
/// `make faults` draws ten thousand faults; the number is in the environment as `FAULTS`.
@Suite struct FaultTests {
  private static let count =
    ProcessInfo.processInfo.environment["FAULTS"].flatMap { Int($0) } ?? 160
  private static let shards = 8
  /// After so many faults a new world begins, because every vintage is hashed again each night.
  private static let perCourse = 20

  @Test(arguments: 0..<Self.shards)
  func `whatever goes wrong, what is served is whole and the next night completes`(
    shard: Int
  ) async throws {
    var faults = 0
    var course = 0
    while faults < Self.count / Self.shards {
      var world = try FaultyCourse(seed: UInt64(course * Self.shards + shard))
      while world.faults < Self.perCourse { try await world.night() }
      faults += world.faults
      course += 1
    }
    #expect(faults >= Self.count / Self.shards)
  }

  /// Every step of the night that has most to do, one after the other, not only those drawn.
  @Test func `a night may be ended at every step`() async throws {
    let start = Date(timeIntervalSince1970: 1_800_000_000)
    let counter = FaultyFiles(nil, at: 0, seed: 0)
    let first = try TinyWorld()
    _ = try await first.nightly(at: start).run()
    first.publisher.say(.figures(first.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: 1.1)))
    _ = try await first.nightly(files: counter, at: start + 1).run()
    let every = Self.count >= 10_000 ? 1 : 7
    for step in stride(from: 0, to: counter.steps, by: every) {
      var course = try FaultyCourse(seed: 99)
      try await course.begin()
      try await course.revise(by: 1.1)
      try await course.night(.kill, at: step)
    }
  }
}

/// A world in which nights go wrong, and what must hold after each of them.
struct FaultyCourse {
  private let world: TinyWorld
  private var random: SplitMix
  private var now = Date(timeIntervalSince1970: 1_800_000_000)
  private var vintages: [Vintage] = []
  private(set) var faults = 0

  init(seed: UInt64) throws {
    world = try TinyWorld()
    random = SplitMix(seed: seed)
  }

  /// A night on which nothing goes wrong.
  mutating func begin() async throws { try await complete() }

  /// The publisher revises a figure.
  mutating func revise(by factor: Double) async throws {
    world.publisher.say(
      .figures(world.publisher.revised(.china, 2024, "NY.GDP.MKTP.CD", by: factor)))
  }

  /// A night drawn at random: what the publisher says, when, and what fails.
  mutating func night() async throws {
    if vintages.isEmpty { try await begin() }
    drawAnswer()
    drawTime()
    let fault = FaultyFiles.Fault.allCases.randomElement(using: &random) ?? .kill
    try await night(fault, at: Int.random(in: 0..<80, using: &random))
  }

  /// A night on which a step fails, what must hold after it, and the night after it.
  mutating func night(_ fault: FaultyFiles.Fault, at step: Int) async throws {
    let served = try await servedText()
    let files = FaultyFiles(fault, at: step, seed: random.next())
    do { _ = try await world.nightly(files: files, at: now).run() } catch is FileSystemError {
    } catch is DataError {}
    if files.hasFailed { faults += 1 }
    let after = try await servedText()
    #expect(
      after != nil || served == nil, "the last good forecast is gone after \(fault) at \(step)")
    try check("\(fault) at step \(step)")
    try await complete()
  }

  /// A night without a fault completes, and publishes what is known.
  private mutating func complete() async throws {
    let report = try await world.nightly(at: now).run()
    try check("the night after")
    let archive = try Archive(existing: world.state.archive)
    let last = try archive.runs(in: [.published]).last
    #expect(try last?.vintage == archive.vintage().number)
    #expect(report.vintage == last?.vintage)
    let again = try await world.nightly(at: now).run()
    #expect(again.state == .unchanged || report.hasFailures)
  }

  /// What is served verifies, and no vintage is lost.
  private mutating func check(_ words: String) throws {
    guard FileManager.default.fileExists(atPath: world.state.archive) else { return }
    let archive = try Archive(existing: world.state.archive)
    let failures = try archive.verify {
      FileManager.default.contents(atPath: $0).map(Array.init)
    }.failures
    #expect(failures.isEmpty, "after \(words): \(failures)")
    let known = try archive.vintages()
    #expect(Array(known.prefix(vintages.count)) == vintages, "a vintage is lost after \(words)")
    vintages = known
    guard FileManager.default.fileExists(atPath: world.publish + "/current") else { return }
    let folder = PublishFolder(path: world.publish, files: LocalFiles())
    let served = try archive.runs(in: [.published, .prepared]).contains {
      $0.generation == folder.served
    }
    #expect(served, "what is served is no run's after \(words)")
  }

  private func servedText() async throws -> String? {
    FileManager.default.contents(atPath: world.publish + "/current/run.json").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private mutating func drawAnswer() {
    let publisher = world.publisher
    switch Int.random(in: 0..<12, using: &random) {
    case 0: publisher.say(.failure(.refused("http://127.0.0.1")))
    case 1: publisher.say(.failure(.truncated("http://127.0.0.1")))
    case 2: publisher.say(.failure(.deadline("http://127.0.0.1")))
    case 3: publisher.say(.failure(.status("http://127.0.0.1", 503, retryAfter: 60)))
    case 4: publisher.say(.nonsense("<html><body>Maintenance</body></html>"))
    case 5: publisher.say(.nonsense("[{\"message\":[{\"id\":\"120\"}]}]"))
    case 6:
      let text = publisher.figures.tidyText
      publisher.say(.nonsense(String(text.prefix(Int.random(in: 0..<text.count, using: &random)))))
    case 7: publisher.say(.nonsense("iso3,year,value,series\n"))
    case 8: publisher.say(.figures(publisher.figures.filter { $0.power != .unitedStates }))
    case 9: publisher.say(.unchanged)
    default:
      let factor = Double.random(in: 0.98...1.02, using: &random)
      let year = Int.random(in: 2015...2024, using: &random)
      publisher.say(.figures(publisher.revised(.china, year, "NY.GDP.MKTP.CD", by: factor)))
      return
    }
    faults += 1
  }

  /// Mostly the next night; now and then the clock is moved back, or by an hour.
  private mutating func drawTime() {
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      now -= Double.random(in: 0...40 * 86400, using: &random)
      faults += 1
    case 1:
      now += 82800
      faults += 1
    case 2:
      now += 90000
      faults += 1
    default: now += 86400
    }
  }
}
