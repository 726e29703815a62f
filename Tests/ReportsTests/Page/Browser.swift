import Foundation

/// A headless Chromium that lays pages out and tells what it finds.
struct Browser {
  enum Scheme: String, CaseIterable, Sendable {
    case light, dark

    /// The number by which Blink calls it.
    var setting: Int { self == .dark ? 0 : 1 }
  }

  /// What one page looked like at some widths.
  struct Findings {
    /// A line a defect: the width, the kind, and the words concerned.
    let defects: [String]
    /// Numbers by name, such as `texts-360`, so that a test can tell that something was measured.
    let facts: [String: String]
    /// What the console said.
    let console: [String]
  }

  private let program: String

  /// A browser that hangs is stopped, and what it has not measured is missed.
  private static let patience = Duration.seconds(120)

  /// Where Chromium lies, if it is installed.
  static let found: Browser? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { Browser(program: $0) }
  }()

  /// Lays a page out in frames of some widths and measures each.
  ///
  /// - Throws: What kept the browser from starting, or that it measured nothing.
  func measure(_ page: String, widths: [Int], _ scheme: Scheme) throws -> Findings {
    let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // What stays behind in the temporary folder does no harm.
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "harness.html")
    try PageMeasurement.harness(for: page, widths: widths)
      .write(to: file, atomically: true, encoding: .utf8)
    let (document, words) = try run(
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-extensions", "--disable-background-networking", "--disable-sync",
        "--disable-component-update", "--no-default-browser-check", "--mute-audio",
        "--hide-scrollbars", "--no-first-run",
        "--enable-logging=stderr", "--blink-settings=preferredColorScheme=\(scheme.setting)",
        "--user-data-dir=\(folder.path)/profile", "--timeout=30000", "--dump-dom",
        file.absoluteString,
      ], in: folder)
    let lines = PageMeasurement.lines(in: document)
    guard !lines.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
    let facts = lines.filter { $0.hasPrefix("fact ") }.map { $0.split(separator: " ") }
    return Findings(
      defects: lines.filter { !$0.hasPrefix("fact ") },
      facts: Dictionary(uniqueKeysWithValues: facts.map { ("\($0[1])", "\($0[2])") }),
      console: words.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init))
  }

  /// The browser did not end in time, and was stopped.
  struct Stuck: Error { let patience: Duration }

  private func run(
    _ arguments: [String], in folder: URL
  ) throws -> (output: String, words: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let files = ["output", "words"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    let handles = try files.map { try FileHandle(forWritingTo: $0) }
    (process.standardOutput, process.standardError) = (handles[0], handles[1])
    try process.run()
    // A browser that hangs leaves helpers behind: the end of the process is waited for, and the
    // whole of its folder's profile is its own, so that killing it harms nobody else.
    let end = ContinuousClock.now + Self.patience
    while process.isRunning, ContinuousClock.now < end { usleep(20_000) }
    if process.isRunning {
      process.terminate()
      usleep(500_000)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      throw Stuck(patience: Self.patience)
    }
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return (texts[0], texts[1])
  }
}
