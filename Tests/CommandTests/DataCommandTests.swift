import Foundation
import Testing

@Suite("Data commands")
struct DataCommandTests {
  @Test func `list the indicators`() throws {
    let run = try CommandRun(["data", "list", "--format", "csv"])
    #expect(run.code == 0)
    #expect(run.words.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "indicator,unit,powers,first_year,last_year,values,sources")
    #expect(lines.count == 23)
  }

  @Test func `show one indicator of one power`() throws {
    let run = try CommandRun([
      "data", "show", "united states", "population", "--from", "1949", "--to", "1950", "--format",
      "csv",
    ])
    #expect(run.code == 0)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(rows[0].joined(separator: ",") == "power,indicator,year,value,unit,source,status")
    #expect(rows.count == 3)
    #expect(rows[1].last == "spliced")
    #expect(rows[2].last == "observed")
  }

  @Test func `know nothing later than they may`() throws {
    let run = try CommandRun([
      "data", "show", "CHN", "population", "--as-of", "1999", "--from", "1990", "--format", "csv",
    ])
    #expect(run.output.split(separator: "\n").count == 11)
  }

  @Test(arguments: [
    (["data", "show", "Chian", "population"], Int32(64), "CHN (China)"),
    (["data", "show", "CHN", "popluation"], 64, "population"),
    (["data", "show", "CHN", "gdp.mer"], 64, "measure"),
    (["data", "show", "CHN", "population", "--from", "2000", "--to", "1990"], 64, "--from"),
    (["data", "show", "USA", "population", "--data", "/nowhere"], 64, "/nowhere"),
    (["data", "list", "--as-of", "20"], 64, "--as-of"),
    (["data", "list", "--format", "xml"], 64, "xml"),
    (["data", "export", "--to", "/nowhere/out.csv"], 73, "/nowhere/out.csv"),
  ])
  func `end with words and a code`(arguments: [String], code: Int32, says: String) throws {
    let file = NSTemporaryDirectory() + "/primacy-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try "iso3,year,series,value\nCHN,2020,population,1\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    let run = try CommandRun(arguments, environment: ["PRIMACY_DATA": file])
    #expect(run.code == code)
    #expect(run.words.contains(says), "\(run.words)")
    #expect(run.output.isEmpty)
  }

  @Test func `check a table and list its defects`() throws {
    let file = NSTemporaryDirectory() + "/primacy-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try "iso3,year,series,value\nCHM,2020,gdp.mer,1\nCHN,2020,gdp.mer,x\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    let run = try CommandRun(["data", "check", file, "--format", "csv"])
    #expect(run.code == 65)
    #expect(run.output.split(separator: "\n").count == 3)
    #expect(run.output.contains("CHN"))
    #expect(try CommandRun(["data", "list", "--data", file]).code == 65)
  }

  @Test func `find no defect in the embedded tables`() throws {
    let run = try CommandRun(["data", "check", "datasets", "--format", "json"])
    #expect(run.code == 0)
    #expect(run.output.contains("\"rows\": []"))
  }

  /// By law: what is exported reads back to the same figures, wherever it is read.
  @Test func `export what --data reads back`() throws {
    let file = NSTemporaryDirectory() + "/primacy-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: file) }
    #expect(try CommandRun(["data", "export", "--to", file]).code == 0)
    let show = ["data", "show", "SUN", "gdp_per_capita.ppp", "--format", "csv"]
    let here = try CommandRun(show).output
    let there = try CommandRun(show, in: "/", environment: ["PRIMACY_DATA": file]).output
    func figures(_ text: String) -> [String] {
      text.split(separator: "\n").map {
        $0.split(separator: ",").prefix(4).joined(separator: ",")
      }
    }
    #expect(figures(here).count > 50)
    #expect(figures(there) == figures(here))
  }

  @Test func `tell that no data are found`() throws {
    let run = try CommandRun(["data", "list"], in: "/", environment: ["PRIMACY_DATA": ""])
    #expect(run.code == 64)
    #expect(run.words.contains("--data"))
  }
}
