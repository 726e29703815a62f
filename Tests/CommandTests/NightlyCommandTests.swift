import Foundation
import TestSupport
import Testing

/// The program against a server that speaks the World Bank's interface, with real figures.
@Suite("primacy nightly")
struct NightlyCommandTests {
  private let scratch: Scratch
  private let data: String
  private let state: String
  private let publish: String

  init() throws {
    scratch = try Scratch()
    data = try scratch.excerptOfEmbedded()
    state = scratch.path + "/the state"
    publish = scratch.path + "/the page"
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(
      arguments + ["--state", state], in: scratch.path, environment: ["PRIMACY_DATA": data])
  }

  private func nightly(_ server: ScriptedServer) throws -> CommandRun {
    let sources = try scratch.file("sources.yaml", "worldbank: \(server.base)\n")
    return try run([
      "nightly", "--sources", sources, "--publish", publish, "--models", "random-walk",
      "--measures", "gdp.mer,gdp.ppp", "--paths", "512", "--horizon", "20",
    ])
  }

  private func server(_ answers: WorldBankAnswers) throws -> ScriptedServer {
    try ScriptedServer { request in
      let body = answers.text(for: request.target)
      let head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
      return [.send(Array((head + body).utf8))]
    }
  }

  private func answers() -> WorldBankAnswers {
    var answers = WorldBankAnswers()
    answers.states = ["ABW", "CHN", "GBR", "USA"]
    return answers
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Path, size and time of every file below a folder.
  private func listing(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(path) \(attributes[.size] ?? 0) \(time)"
    }
  }

  @Test func `a revised figure is fetched, forecast, explained, and can be looked back on`() throws
  {
    let first = try server(answers())
    let sources = try scratch.file("first.yaml", "worldbank: \(first.base)\n")
    let update = try run(["update", "--sources", sources])
    #expect(update.code == 0, "\(update.words)")
    let opening = try nightly(first)
    #expect(opening.code == 0, "\(opening.words)")
    let forecast = try text(publish + "/current/forecast.json")
    #expect(forecast.contains("\"schema\" : 1"))

    let before = try listing(publish)
    let again = try nightly(first)
    #expect(again.code == 0 && again.words.contains("nothing new"))
    #expect(try listing(publish) == before)

    var revised = answers()
    let product = try #require(
      text(data + "/world-bank.csv").split(separator: "\n")
        .first { $0.hasPrefix("CHN,2025,NY.GDP.MKTP.CD,") }?.split(separator: ",").last)
    let higher = try #require(Double(product)) * 1.2
    revised.changes["CHN,2025,NY.GDP.MKTP.CD"] = "\(higher)"
    let moved = try nightly(server(revised))
    #expect(moved.code == 0, "\(moved.words)")
    #expect(try text(publish + "/current/forecast.json") != forecast)

    let history = try run(["history", "--moved", "--format", "csv"])
    let lines = history.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(
      lines.first?.joined(separator: ",")
        == "run,measure,year,probability,change,from_data,from_year,from_model,from_sampling")
    #expect(lines.count > 1)
    for line in lines.dropFirst() {
      let parts = line[4...].compactMap { Double($0) }
      #expect(abs(parts[0] - parts[1...].reduce(0, +)) < 1e-12)
      #expect(parts[0] == parts[1] && line[1] == "gdp.mer")
    }
    #expect(history.words.contains("NY.GDP.MKTP.CD (1 figure)"))
    #expect(history.words.contains("CHN (1 figure)"))
    let sound = try run(["verify"])
    #expect(sound.code == 0, "\(sound.output)\(sound.words)")

    let back = try run(["rollback", "--publish", publish])
    #expect(back.code == 0)
    #expect(try text(publish + "/current/forecast.json") == forecast)
  }

  /// By a law: what was published on a night comes out again from what was known then.
  @Test func `a past night is replayed to its bytes`() throws {
    #expect(try nightly(server(answers())).code == 0)
    let then = try text(publish + "/current/forecast.json")
    let moment = Date()
    Thread.sleep(forTimeInterval: 1.1)
    var revised = answers()
    revised.changes["CHN,2024,NY.GDP.MKTP.CD"] = "20000000000000"
    #expect(try nightly(server(revised)).code == 0)
    let now = try text(publish + "/current/forecast.json")
    #expect(now != then)
    func replay(_ arguments: [String]) throws -> CommandRun {
      try run(
        [
          "forecast", "--models", "random-walk", "--measures", "gdp.mer,gdp.ppp", "--paths",
          "512", "--horizon", "20", "--format", "json",
        ] + arguments)
    }
    func kept(_ arguments: [String]) throws -> String {
      try CommandRun(
        [
          "forecast", "--models", "random-walk", "--measures", "gdp.mer,gdp.ppp", "--paths",
          "512", "--horizon", "20", "--format", "json", "--state", state,
        ] + arguments, in: scratch.path
      ).output
    }
    #expect(try kept(["--as-of", moment.ISO8601Format()]) == then)
    #expect(try kept(["--as-of", String(Date().ISO8601Format().prefix(10))]) == now)
    #expect(try kept([]) == now)
    let early = try replay(["--as-of", "2020-02-29T00:00:00Z"])
    #expect(early.code == 65 && early.words.contains("No vintage was known on 2020-02-29"))
  }

  @Test func `measures of one's own are forecast every night, and a changed file anew`() throws {
    let file = try scratch.file(
      "own.yaml", "measures:\n  - name: half\n    unit: intl$\n    formula: 0.5 * gdp.ppp\n")
    let server = try server(answers())
    let sources = try scratch.file("sources.yaml", "worldbank: \(server.base)\n")
    let arguments = [
      "nightly", "--sources", sources, "--publish", publish, "--models", "random-walk",
      "--measures", "half", "--measures-file", file, "--paths", "64", "--horizon", "10",
    ]
    let first = try run(arguments)
    #expect(first.code == 0, "\(first.words)")
    #expect(try text(publish + "/current/forecast.csv").contains("half"))
    #expect(try run(arguments).words.contains("nothing new"))
    try scratch.file(
      "own.yaml", "measures:\n  - name: half\n    unit: intl$\n    formula: 0.4 * gdp.ppp\n")
    #expect(try run(arguments).words.contains("published"))
    let ledger = try run(["ledger", "list", "--format", "csv"])
    #expect(ledger.code == 0, "\(ledger.words)")
    #expect(ledger.output.contains("primacy-000001-half"))
  }

  /// By another run: what is taken out of the record is due, and comes out of the night again.
  @Test func `the backtest of what is due is that of the record`() throws {
    let folder = scratch.path + "/whole"
    try FileManager.default.copyItem(atPath: embeddedFolder, toPath: folder)
    let record = folder + "/record/skill.csv"
    let rows = try text(record).split(separator: "\n")
    let taken = rows.filter { $0.hasPrefix("gdp.ppp,") && $0.contains(",10,2014,") }
    let kept = rows.filter { !taken.contains($0) }
    try scratch.file("whole/record/skill.csv", kept.joined(separator: "\n") + "\n")
    let sources = try scratch.file("none.yaml", "worldbank: http://127.0.0.1:9\n")
    let night = try CommandRun(
      [
        "nightly", "--sources", sources, "--publish", publish, "--models", "random-walk",
        "--measures", "gdp.ppp", "--paths", "64", "--horizon", "10", "--state", state,
      ], in: scratch.path, environment: ["PRIMACY_DATA": folder])
    #expect(night.code == 69, "\(night.words)")
    let due = try text(publish + "/current/backtest.csv").split(separator: "\n").dropFirst()
    #expect(due.count == 3)
    for row in due {
      let fields = row.split(separator: ",").map(String.init)
      let stored = try #require(taken.first { $0.hasPrefix("gdp.ppp,\(fields[1]),10,2014,") })
        .split(separator: ",").map(String.init)
      #expect(fields[4] == stored[4])
      for (mean, sum) in [(fields[5], stored[5]), (fields[6], stored[6])] {
        let pairs = try #require(Double(stored[4]))
        let (mean, sum) = (try #require(Double(mean)), try #require(Double(sum)))
        // The record's weights of the stack are those of the fifth year before at most.
        let tolerance = fields[1] == "stack" ? 0.003 : 1e-6
        #expect(abs(mean - sum / pairs) < tolerance, "\(row) is not \(stored)")
      }
    }
  }

  @Test func `a day before the first vintage gets one sentence`() throws {
    #expect(try nightly(server(answers())).code == 0)
    let early = try run(["data", "list", "--as-of", "2020-02-29"])
    #expect(early.code == 65)
    #expect(early.words.contains("No vintage was known on 2020-02-29: the first was stored on"))
    let today = String(Date().ISO8601Format().prefix(10))
    let now = try run(["data", "show", "CHN", "population", "--as-of", today])
    #expect(now.code == 0, "\(now.words)")
  }

  @Test func `nobody at the publisher's address ends with 69 and publishes all the same`() throws {
    let sources = try scratch.file("none.yaml", "worldbank: http://127.0.0.1:9\n")
    let run = try run([
      "nightly", "--sources", sources, "--publish", publish, "--models", "random-walk",
      "--measures", "gdp.mer", "--paths", "64", "--horizon", "10",
    ])
    #expect(run.code == 69)
    #expect(run.words.contains("world-bank"))
    #expect(FileManager.default.fileExists(atPath: publish + "/current/forecast.csv"))
    let status = try self.run(["nightly", "--status", "--max-age", "36h"])
    #expect(status.code == 0 && status.output.contains("world-bank"))
  }

  @Test func `a silent night is an alarm`() throws {
    let none = try run(["nightly", "--status"])
    #expect(none.code == 1 && none.words.contains("No run has ended"))
    try scratch.file(
      "the state/heartbeat.json",
      #"{"time":"2026-01-01T00:00:00Z","state":"unchanged","vintage":1,"failed":[]}"#)
    let old = try run(["nightly", "--status", "--max-age", "2d"])
    #expect(old.code == 1 && old.words.contains("longer than 48h"))
  }

  @Test(arguments: [
    (["verify"], Int32(64), "There is no archive"), (["history"], 64, "There is no archive"),
    (["rollback"], 64, "Nothing is published"),
    (["data", "list", "--as-of", "2026-02-30"], 64, "--as-of"),
    (["nightly", "--keep", "0"], 64, "--keep"), (["nightly", "--max-age", "soon"], 64, "max-age"),
    (["history", "--last", "0"], 64, "--last"),
  ])
  func `bad input gets one sentence and its exit code`(
    arguments: [String], code: Int32, word: String
  ) throws {
    let run = try run(arguments)
    #expect(run.code == code)
    #expect(run.words.contains(word), "\(run.words)")
  }

  @Test func `a schedule is put in place once, and taken away`() throws {
    func schedule(_ arguments: [String]) throws -> CommandRun {
      try CommandRun(
        ["schedule"] + arguments, in: scratch.path,
        environment: ["XDG_CONFIG_HOME": scratch.path + "/con fig", "HOME": scratch.path])
    }
    let units = scratch.path + "/con fig/systemd/user"
    let printed = try schedule(["install", "--print", "--with", "systemd"])
    #expect(printed.code == 0 && printed.output.contains("Persistent=true"))
    #expect(!FileManager.default.fileExists(atPath: units))
    #expect(try schedule(["install", "--at", "04:30"]).code == 0)
    let before = try listing(units)
    let again = try schedule(["install", "--at", "04:30"])
    #expect(again.output.hasPrefix("Nothing changed"))
    #expect(try listing(units) == before)
    #expect(try schedule(["show"]).output.contains("04:30:00"))
    #expect(try schedule(["remove"]).code == 0)
    #expect(try schedule(["show"]).code == 1)
    #expect(try schedule(["install", "--at", "25:00"]).code == 64)
  }
}
