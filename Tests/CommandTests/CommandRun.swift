import Foundation

/// One run of the built program, as a shell would run it.
struct CommandRun {
  let output: String
  let words: String
  let code: Int32

  /// - Parameters:
  ///   - arguments: As they follow `primacy`.
  ///   - folder: The working folder; the root of the package where none is given.
  ///   - environment: Variables beside those of the test.
  /// - Throws: What kept the program from starting.
  init(
    _ arguments: [String], in folder: String = Self.root, environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, words) = try (Self.sink(), Self.sink())
    process.standardOutput = output.handle
    process.standardError = words.handle
    try process.run()
    process.waitUntilExit()
    self.output = try Self.text(of: output.path)
    self.words = try Self.text(of: words.path)
    code = process.terminationStatus
  }

  static let root = String(
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })

  /// The program beside the tests, or where a debug build puts it.
  static let program: String = {
    let tests = URL(filePath: ProcessInfo.processInfo.arguments[0])
    let beside = tests.deletingLastPathComponent().appending(path: "primacy").path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : "\(root)/.build/debug/primacy"
  }()

  private static func sink() throws -> (path: String, handle: FileHandle) {
    let path = NSTemporaryDirectory() + "/primacy-\(UUID().uuidString)"
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    return (path, handle)
  }

  private static func text(of path: String) throws -> String {
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
