import Foundation

/// The same work by another program, where it is installed.
struct Peer {
  let name: String
  /// In the unit of what it is compared with.
  let value: Double

  /// Runs a script of the folder `Peers` that prints its median.
  ///
  /// Looks for the interpreter in `PRIMACY_PEERS_PYTHON` first.
  static func python(_ script: String, _ name: String, scale: Double = 1) -> Peer? {
    let interpreter = ProcessInfo.processInfo.environment["PRIMACY_PEERS_PYTHON"] ?? "python3"
    return run([interpreter, "Tests/Benchmarks/Peers/\(script).py"], name, scale: scale)
  }

  static func r(_ script: String, _ name: String, scale: Double = 1) -> Peer? {
    run(["Rscript", "Tests/Benchmarks/Peers/\(script).R"], name, scale: scale)
  }

  private static func run(_ command: [String], _ name: String, scale: Double) -> Peer? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    // A peer that is not installed is left out.
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let words = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.last.flatMap { Double($0) }.map { Peer(name: name, value: $0 * scale) }
  }
}
