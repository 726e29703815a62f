import Foundation
import TestSupport
import Testing

@Suite("primacy update and data import")
struct UpdateCommandTests {
  let scratch: Scratch
  let state: String

  init() throws {
    scratch = try Scratch()
    state = scratch.path + "/state"
  }

  private static let files = CommandRun.root + "/Tests/UpdatesTests/Files"

  @Test func `SIPRI's workbook is taken over, and forecasts use it`() throws {
    let workbook = Self.files + "/SIPRI-Milex-data-1949-2025.xlsx"
    let taken = try CommandRun(["data", "import", workbook, "--state", state, "--format", "csv"])
    #expect(taken.code == 0, "\(taken.words)")
    #expect(taken.output.contains("sipri,updated,2026,"))
    let shown = try CommandRun([
      "data", "show", "CHN", "burden", "--from", "2025", "--state", state, "--format", "csv",
    ])
    #expect(shown.output.contains("CHN,burden,2025,0.0175,fraction of GDP,SIPRI 2026,observed"))
    let forecast = ["forecast", "--measures", "milex.mer", "--paths", "200", "--format", "json"]
    let with = try CommandRun(forecast + ["--state", state])
    let without = try CommandRun(forecast + ["--state", scratch.path + "/none"])
    #expect(with.code == 0, "\(with.words)")
    // SIPRI's figures reach 2025 here, the World Bank's copy of them 2024.
    #expect(try origin(of: with) == 2025)
    #expect(try origin(of: without) == 2024)
    let again = try CommandRun(["data", "import", workbook, "--state", state, "--format", "csv"])
    #expect(again.output.contains("sipri,unchanged,2026,0,0,0"))
  }

  @Test func `figures that must not be passed on are left out`() throws {
    let workbook = Self.files + "/SIPRI-Milex-data-1949-2025.xlsx"
    _ = try CommandRun(["data", "import", workbook, "--state", state])
    let kept = try CommandRun(["data", "export", "--state", state])
    let whole = try CommandRun(["data", "export", "--state", state, "--include-restricted"])
    #expect(kept.words.contains("are left out"))
    #expect(!kept.output.contains("CHN,2025,burden,"))
    #expect(whole.output.contains("CHN,2025,burden,0.0175"))
  }

  @Test func `a server that speaks as the World Bank does is asked`() throws {
    var answers = WorldBankAnswers()
    answers.states = Self.everyState
    answers.changes["CHN,2024,NY.GDP.MKTP.CD"] = "19000000000000"
    let text = answers
    let server = try ScriptedServer { [.answer(text: text.text(for: $0.target))] }
    let sources = try scratch.file("sources.yaml", "# A mirror\nworldbank: \(server.base)/\n")
    let arguments = ["update", "--sources", sources, "--state", state, "--format", "csv"]
    let run = try CommandRun(arguments)
    #expect(run.code == 0, "\(run.words)")
    #expect(run.output.contains("world-bank,updated,2026-10,0,1,0,0"))
    #expect(try CommandRun(arguments).output.contains("world-bank,unchanged,2026-10,0,0,0,0"))
  }

  @Test func `a publisher that cannot be reached ends with 69`() throws {
    let server = try ScriptedServer { _ in [.answer("404 Not Found")] }
    let sources = try scratch.file("sources.yaml", "world-bank: \(server.base)\n")
    let run = try CommandRun(["update", "--sources", sources, "--state", state])
    #expect(run.code == 69)
    #expect(run.words.contains("status 404"))
    #expect(run.words.contains("The last good figures stay in use."))
  }

  @Test func `a file of nobody's is refused with what it is`() throws {
    let page = try scratch.file("download.xlsx", "<!doctype html><title>Log in</title>")
    let run = try CommandRun(["data", "import", page, "--state", state])
    #expect(run.code == 65)
    #expect(run.words.contains("a page of HTML or XML"))
    #expect(!FileManager.default.fileExists(atPath: state + "/data"))
  }

  @Test func `a source of no such name is a mistake of the user's`() throws {
    let run = try CommandRun(["update", "--source", "worldbnk", "--state", state])
    #expect(run.code == 64)
    #expect(run.words.contains("did you mean world-bank?"))
    let sources = try scratch.file("sources.yaml", "worldbank 127.0.0.1\n")
    #expect(try CommandRun(["update", "--sources", sources, "--state", state]).code == 65)
  }

  private func origin(of run: CommandRun) throws -> Int? {
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let measures = (document as? [String: Any])?["measures"] as? [[String: Any]]
    return measures?.first?["origin"] as? Int
  }

  /// Every code that the embedded table of the World Bank has.
  private static let everyState: Set<String> = {
    let bytes = FileManager.default.contents(atPath: "\(embeddedFolder)/world-bank.csv") ?? Data()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    return Set(lines.map { String($0.prefix(3)) })
  }()
}
