import Foundation
import TestSupport
import Testing

/// The helper itself: a snapshot that fails must say so and leave both pictures to look at.
@Suite(
  "Snapshot helper", .enabled(if: ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != "1"))
struct SnapshotTests {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "snapshots-\(UUID().uuidString)")

  @Test func `records what is missing and fails`() throws {
    defer { clear() }
    withKnownIssue { try expect("a") }
    #expect(try text("x.svg") == "a")
    try expect("a")
  }

  @Test func `keeps the old and writes the new beside it`() throws {
    defer { clear() }
    withKnownIssue { try expect("a\nb\n") }
    withKnownIssue { try expect("a\nc\n") }
    #expect(try text("x.svg") == "a\nb\n")
    #expect(try text("x.new.svg") == "a\nc\n")
  }

  @Test func `removes the new once it is the same again`() throws {
    defer { clear() }
    withKnownIssue { try expect("a") }
    withKnownIssue { try expect("b") }
    try expect("a")
    #expect(throws: (any Error).self) { try text("x.new.svg") }
  }

  private func expect(_ text: String) throws {
    try expectSnapshot(
      text, named: "x.svg", filePath: folder.appending(path: "Tests.swift").path())
  }

  private func text(_ name: String) throws -> String {
    try String(
      contentsOf: folder.appending(path: "Snapshots").appending(path: name), encoding: .utf8)
  }

  private func clear() {
    // What stays behind in the temporary folder does no harm.
    try? FileManager.default.removeItem(at: folder)
  }
}
