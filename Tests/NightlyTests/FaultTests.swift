import Archive
import Foundation
import Panels
import Synchronization
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
  private static let perCourse = 16
  private static let told = Mutex<[String: Int]>([:])

  @Test(arguments: 0..<Self.shards)
  func `whatever goes wrong, what is served is whole and the next night completes`(
    shard: Int
  ) async throws {
    var faults: [String: Int] = [:]
    var course = 0
    while faults.values.reduce(0, +) < Self.count / Self.shards {
      var world = try FaultyCourse(seed: UInt64(course * Self.shards + shard))
      let wanted = min(Self.perCourse, Self.count / Self.shards)
      while world.count < wanted { try await world.night() }
      faults.merge(world.faults, uniquingKeysWith: +)
      course += 1
      Self.tell(world.faults)
    }
    #expect(faults.values.reduce(0, +) >= Self.count / Self.shards)
  }

  /// Every kind of spoilt answer, for every answer of a night, not only those drawn.
  @Test(arguments: FaultyServer.Fault.allCases)
  func `every kind of spoilt answer leaves the last good figures in use`(
    fault: FaultyServer.Fault
  ) async throws {
    var course = try FaultyCourse(seed: 7)
    try await course.begin()
    course.revise(by: 1.01)
    try await course.night(nil, at: 0, fault)
    #expect(course.count > 0 || fault == .refused)
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
      course.revise(by: 1.1)
      try await course.night(.kill, at: step)
    }
  }

  /// Says from time to time how many faults there were, where ten thousand are asked for; and at the
  /// end of which kinds.
  private static func tell(_ faults: [String: Int]) {
    guard count >= 10_000 else { return }
    let (before, all) = told.withLock { told in
      let before = told.values.reduce(0, +)
      told.merge(faults, uniquingKeysWith: +)
      return (before, told)
    }
    let sum = all.values.reduce(0, +)
    if sum / 500 > before / 500 { print("\(sum) faults so far") }
    guard before < count, sum >= count else { return }
    for (name, times) in all.sorted(by: { $0.key < $1.key }) { print("\(times) \(name)") }
  }
}
