import Foundation
import TestSupport
import Testing

@Suite("primacy backtest")
struct BacktestCommandTests {
  private let quick = [
    "backtest", "--origins", "1950...1970/10", "--paths", "160", "--models", "pooled",
  ]

  @Test func `writes events, levels and scores as the contract has them`() throws {
    let folder = try Scratch()
    let run = try CommandRun(quick + ["--out", folder.path, "--format", "csv"])
    #expect(run.code == 0)
    func head(_ name: String) throws -> String {
      let text = try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
      return String(text.prefix { $0 != "\n" })
    }
    #expect(
      try head("events.csv")
        == "origin,challenger,incumbent,measure,horizon,model,probability,outcome")
    #expect(
      try head("levels.csv")
        == "origin,power,measure,horizon,model,output_type,output_type_id,value,observed")
    #expect(try head("scores.csv") == String(run.output.prefix { $0 != "\n" }))
    let rows = try String(contentsOfFile: "\(folder.path)/levels.csv", encoding: .utf8)
      .split(separator: "\n").dropFirst().prefix(16).map { $0.split(separator: ",") }
    #expect(
      rows.filter { $0[5] == "quantile" }.map { String($0[6]) } == [
        "0.01", "0.025", "0.05", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9",
        "0.95", "0.975", "0.99",
      ])
  }

  @Test func `a record stands beside later forecasts`() throws {
    let folder = try Scratch()
    let run = try CommandRun(quick + ["--record", folder.path + "/record"])
    #expect(run.code == 0)
    let skill = try String(contentsOfFile: folder.path + "/record/skill.csv", encoding: .utf8)
    #expect(skill.hasPrefix("measure,model,horizon,origin,pairs,brier_sum,base_rate_sum\n"))
    #expect(skill.split(separator: "\n").count == 13)
    let again = try CommandRun(quick + ["--record", folder.path + "/record"])
    #expect(again.code == 0)
    #expect(
      try String(contentsOfFile: folder.path + "/record/skill.csv", encoding: .utf8) == skill)
  }

  /// Prices and burdens are known since 1960: the record of what they make begins ten years later.
  @Test func `a measure at market rates is scored from 1970`() throws {
    let run = try CommandRun([
      "backtest", "--measure", "gdp.mer", "--origins", "1970...1970/1", "--horizons", "10",
      "--paths", "64", "--models", "stack", "--format", "csv",
    ])
    #expect(run.code == 0)
    #expect(run.output.contains("\ngdp.mer,stack,10,all,"))
  }

  /// Killed once the first origin is done; a part that was cut off is made again.
  @Test func `an interrupted backtest goes on to the same bytes`() throws {
    let (whole, broken) = (try Scratch(), try Scratch())
    let arguments = [
      "backtest", "--origins", "1950...1980/6", "--paths", "320", "--models", "stack", "--out",
    ]
    #expect(try CommandRun(arguments + [whole.path]).code == 0)
    let process = Process()
    process.executableURL = URL(filePath: CommandRun.program)
    process.arguments = arguments + [broken.path]
    process.currentDirectoryURL = URL(filePath: CommandRun.root)
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    let parts = "\(broken.path)/parts"
    func found() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: parts)) ?? [] }
    while process.isRunning, found().isEmpty { usleep(2000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    if let part = found().first(where: { $0.hasSuffix(".csv") }) {
      let text = try String(contentsOfFile: "\(parts)/\(part)", encoding: .utf8)
      try broken.file("parts/\(part)", String(text.prefix(text.count / 2)))
    }
    #expect(try CommandRun(arguments + [broken.path]).code == 0)
    for file in ["events.csv", "levels.csv", "scores.csv"] {
      #expect(
        FileManager.default.contents(atPath: "\(whole.path)/\(file)")
          == FileManager.default.contents(atPath: "\(broken.path)/\(file)"))
    }
    #expect(!FileManager.default.fileExists(atPath: parts))
  }

  @Test(arguments: [
    (["--origins", "2030...2040/2"], 65, "2030"), (["--origins", "1700...1710/2"], 65, "1700"),
    (["--origins", "1950"], 64, "--origins"), (["--measure", "gdp.pp"], 64, "gdp.ppp"),
    (["--horizons", "5,x"], 64, "x"), (["--min-history", "3"], 64, "--min-history"),
    (["--models", "poled"], 64, "pooled"),
    (["--measure", "gdp.mer", "--origins", "1960...1966/2"], 65, "the first origin is 1970"),
    (["--origins", "2016...2016/1", "--horizons", "30"], 65, "30 years from 2016 are not over"),
    (["--origins", "1950...1950/1", "--max-ratio", "1.0001"], 65, "at most 1.0001"),
    (["--origins", "1950...1950/1", "--top", "1"], 64, "--top"),
  ])
  func `bad input gets one sentence and its exit code`(
    arguments: [String], code: Int32, word: String
  ) throws {
    let run = try CommandRun(["backtest", "--paths", "32"] + arguments)
    #expect(run.code == code)
    #expect(run.output == "")
    #expect(run.words.contains(word))
  }
}
