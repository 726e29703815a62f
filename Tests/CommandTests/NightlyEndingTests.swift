import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// Nights of the program itself that are ended from outside: SQLite's writes included.
@Suite("primacy nightly, ended")
struct NightlyEndingTests {
  private static let count =
    (ProcessInfo.processInfo.environment["FAULTS"].flatMap { Int($0) } ?? 0) >= 10_000 ? 60 : 3

  private let scratch: Scratch
  private let answers = Mutexed(WorldBankAnswers())
  private let server: ScriptedServer
  private let arguments: [String]
  private let environment: [String: String]

  init() throws {
    scratch = try Scratch()
    answers.value.withLock { $0.states = ["ABW", "CHN", "GBR", "USA"] }
    let answers = answers
    server = try ScriptedServer { request in
      [.answer(text: answers.value.withLock { $0 }.text(for: request.target))]
    }
    let sources = try scratch.file("sources.yaml", "worldbank: \(server.base)\n")
    arguments = [
      "nightly", "--sources", sources, "--publish", scratch.path + "/page", "--models",
      "random-walk", "--measures", "gdp.mer", "--paths", "128", "--horizon", "15", "--state",
      scratch.path + "/state",
    ]
    environment = ["PRIMACY_DATA": try scratch.excerptOfEmbedded()]
  }

  /// A state that several threads share.
  private final class Mutexed: Sendable {
    let value: Mutex<WorldBankAnswers>
    init(_ value: WorldBankAnswers) { self.value = Mutex(value) }
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, in: scratch.path, environment: environment)
  }

  private func revise(_ night: Int) {
    answers.value.withLock { $0.changes["CHN,2024,NY.GDP.MKTP.CD"] = "\(18_000_000 + night)000000" }
  }

  /// What must hold after a night that was ended, and the night after it.
  private func check(_ words: String) throws {
    #expect(FileManager.default.fileExists(atPath: scratch.path + "/page/current/forecast.json"))
    let found = try run(["verify", "--state", scratch.path + "/state"])
    // Figures that were taken over a moment before the end are a vintage from the next run on.
    let lines = found.output.split(separator: "\n").filter { !$0.contains("not the last vintage") }
    #expect(lines.isEmpty, "after \(words): \(lines)")
    let next = try run(arguments)
    #expect(next.code == 0, "after \(words): \(next.words)")
    let sound = try run(["verify", "--state", scratch.path + "/state"])
    #expect(sound.code == 0, "after \(words): \(sound.output)\(sound.words)")
  }

  @Test func `a process that is killed at any moment loses nothing`() throws {
    var random = SplitMix(seed: 1)
    let start = ContinuousClock.now
    #expect(try run(arguments).code == 0)
    let whole = start.duration(to: .now) / .seconds(1)
    for night in 0..<Self.count {
      revise(night)
      let process = Process()
      process.executableURL = URL(filePath: CommandRun.program)
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.standardError = FileHandle.nullDevice
      try process.run()
      let moment = Double.random(in: 0...whole, using: &random)
      Thread.sleep(forTimeInterval: moment)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      try check("a kill after \(moment) of \(whole) seconds")
    }
  }

  /// No file may grow beyond some size, as on a disk that is full: SQLite's neither.
  @Test func `a disk that fills up at any byte loses nothing`() throws {
    var random = SplitMix(seed: 2)
    #expect(try run(arguments).code == 0)
    for night in 0..<Self.count {
      revise(night)
      let blocks = Int.random(in: 0..<2000, using: &random)
      let words = ([CommandRun.program] + arguments).map { "'\($0)'" }.joined(separator: " ")
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \(words) 2>/dev/null"]
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit, "\(blocks) blocks")
      #expect([0, 73].contains(process.terminationStatus), "\(process.terminationStatus)")
      try check("files of at most \(blocks) blocks")
    }
  }
}
