import Foundation

/// A program of the system that does part of a command's work.
struct SystemProgram {
  let name: String

  init(_ name: String) { self.name = name }

  struct Answer {
    let code: Int32
    let output: String
    let words: String

    /// The first line of what it said, without the point at its end.
    var firstWords: String {
      let line = words.split(separator: "\n").first.map(String.init) ?? "no reason is given"
      return line.hasSuffix(".") ? String(line.dropLast()) : line
    }
  }

  /// Runs it and waits for its end.
  ///
  /// - Throws: `Failure` where there is no such program.
  func run(_ arguments: [String], input: String? = nil) throws -> Answer {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    guard
      let path = folders.map({ "\($0)/\(name)" }).first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else { throw Failure("The program \(name) is not installed.", .cannotWrite) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let (output, words, entry) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = words
    process.standardInput = entry
    do { try process.run() } catch {
      throw Failure("The program \(path) cannot be started.", .cannotWrite)
    }
    // A program that ends without reading is told apart by its code.
    try? entry.fileHandleForWriting.write(contentsOf: Foundation.Data((input ?? "").utf8))
    try? entry.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let told = words.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      words: String(decoding: told, as: UTF8.self))
  }
}
