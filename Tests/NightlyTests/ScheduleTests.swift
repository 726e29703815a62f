import Foundation
import TestSupport
import Testing
import Updates

@Suite struct ScheduleTests {
  /// A program in a folder whose name has what quoting is for.
  private static let folder = NSTemporaryDirectory() + "a b's 100% $HOME \"x\" & <y>"

  private func schedule(folder: String = Self.folder) throws -> Schedule {
    Schedule(
      command: ["\(folder)/primacy", "nightly", "--state", "\(folder)/state", "--publish", folder],
      folder: folder, writable: ["\(folder)/state", folder],
      time: try #require(Schedule.Time("3:15")))
  }

  /// Runs a program of the system; nothing where it is not there.
  private func run(
    _ path: String, _ arguments: [String]
  ) throws -> (code: Int32, output: String, words: String)? {
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    let process = Process()
    let (output, words) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = words
    try process.run()
    let texts = [output, words].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }

  @Test(arguments: ["", "24:00", "3:5", "03:60", "a:b", "3", "003:15", "-1:00"])
  func `what is no time of day is none`(text: String) {
    #expect(Schedule.Time(text) == nil)
  }

  /// By another program: what systemd says of the units.
  @Test(arguments: ["a b 100%", "it's \\ \"here\" $HOME"])
  func `systemd has nothing to say of the units`(name: String) throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/" + name
    try scratch.file("\(name)/primacy", "#!/bin/sh\n")
    _ = try run("/bin/chmod", ["+x", folder + "/primacy"])
    let schedule = try schedule(folder: folder)
    let service = try scratch.file("primacy.service", schedule.serviceUnit)
    let timer = try scratch.file("primacy.timer", schedule.timerUnit)
    guard let answer = try run("/usr/bin/systemd-analyze", ["verify", service, timer]) else {
      return
    }
    #expect(answer.code == 0)
    #expect(answer.words == "")
    #expect(schedule.timerUnit.contains("OnCalendar=*-*-* 03:15:00\n"))
  }

  /// By another program: the shell that cron starts.
  @Test func `a shell reads the words of cron's line as they were`() throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/a b's 100% $HOME \"x\" & <y>"
    try LocalFiles().makeFolder(folder)
    let schedule = Schedule(
      command: [
        "/bin/sh", "-c", "pwd; for w in \"$@\"; do echo \"<$w>\"; done", "x", "it's 5 %", "",
      ],
      folder: folder, writable: [], time: try #require(Schedule.Time("23:59")))
    let line = schedule.cronBlock.split(separator: "\n")[1]
    #expect(line.hasPrefix("59 23 * * * "))
    // As cron does: an escaped percent sign is one, and none other ends the command.
    let command = String(line.dropFirst("59 23 * * * ".count)).replacing("\\%", with: "%")
    #expect(!line.replacing("\\%", with: "").contains("%"))
    let answer = try #require(try run("/bin/sh", ["-c", command]))
    #expect(answer.output == "\(folder)\n<it's 5 %>\n<>\n")
  }

  /// By a law: whatever the table, installing twice is installing once, and removing gives it back.
  @Test(arguments: [
    "", "# mine\n0 1 * * * true\n", "MAILTO=\"\"\n\n\n0 1 * * * echo 5\\%\n", "no line end",
    "# >>> primacy\n# <<< primacy\n",
  ])
  func `the rest of a table stays as it was`(table: String) throws {
    let schedule = try schedule()
    let once = schedule.installed(in: table)
    #expect(once.hasPrefix(table))
    #expect(schedule.installed(in: once) == once)
    #expect(Schedule.cronBlock(in: once) == schedule.cronBlock)
    let end = table.isEmpty || table.hasSuffix("\n") ? "" : "\n"
    #expect(Schedule.removed(from: once) == table + end)
    #expect(Schedule.removed(from: table) == table)
    let more = once + "5 5 * * * later\n"
    let moved = Schedule(
      command: ["/bin/true"], folder: "/", writable: [],
      time: try #require(Schedule.Time("4:00")))
    #expect(moved.installed(in: more) == table + end + moved.cronBlock + "5 5 * * * later\n")
  }

  /// By another program: Python's reader of property lists.
  @Test func `a reader of property lists finds the words as they were`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("job.plist", schedule().propertyList)
    let script = """
      import plistlib, sys
      job = plistlib.load(open(sys.argv[1], 'rb'))
      print(job['ProgramArguments'][0], job['WorkingDirectory'], sep='|')
      print(job['StartCalendarInterval']['Hour'], job['StartCalendarInterval']['Minute'])
      """
    guard let answer = try run("/usr/bin/python3", ["-c", script, file]) else { return }
    #expect(answer.output == "\(Self.folder)/primacy|\(Self.folder)\n3 15\n")
  }
}
