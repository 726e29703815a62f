import Foundation
public import Testing

/// Compares a text with the file of that name in the folder `Snapshots` beside the test.
///
/// Where they differ, the new text is written beside the old one and an issue is recorded. A
/// missing snapshot is written, and fails the test so that it is looked at. With
/// `RECORD_SNAPSHOTS=1` in the environment every snapshot is written anew, and nothing fails.
///
/// - Parameters:
///   - text: What the test made.
///   - name: The file's name with its extension, such as `fan.svg`.
///   - path: The file of the test.
///   - location: Where an issue is recorded.
/// - Throws: An error of the file system where the text cannot be written.
public func expectSnapshot(
  _ text: String, named name: String, filePath path: String = #filePath,
  sourceLocation location: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: path).deletingLastPathComponent().appending(path: "Snapshots")
  let file = folder.appending(path: name)
  let rejected = folder.appending(path: rejectedName(of: name))
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)

  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  // A snapshot that cannot be read is a missing one: it is written anew and looked at.
  let recorded = try? String(contentsOf: file, encoding: .utf8)
  guard let recorded, !isRecording else {
    try text.write(to: file, atomically: true, encoding: .utf8)
    if !isRecording {
      Issue.record("recorded the new snapshot \(name): look at it", sourceLocation: location)
    }
    return
  }
  guard recorded != text else {
    // There need not be a rejected text from an earlier run.
    try? FileManager.default.removeItem(at: rejected)
    return
  }
  try text.write(to: rejected, atomically: true, encoding: .utf8)
  Issue.record(
    "\(name) differs from \(rejected.lastPathComponent) \(firstDifference(recorded, text))",
    sourceLocation: location)
}

/// `fan.svg` becomes `fan.new.svg`.
private func rejectedName(of name: String) -> String {
  guard let dot = name.lastIndex(of: ".") else { return name + ".new" }
  return name[..<dot] + ".new" + name[dot...]
}

private func firstDifference(_ old: String, _ new: String) -> String {
  let (a, b) = (old.split(separator: "\n"), new.split(separator: "\n"))
  let line = zip(a, b).enumerated().first { $1.0 != $1.1 }?.offset ?? min(a.count, b.count)
  func text(_ lines: [Substring]) -> Substring { line < lines.count ? lines[line] : "(end)" }
  return "in line \(line + 1):\n  old \(text(a))\n  new \(text(b))"
}
