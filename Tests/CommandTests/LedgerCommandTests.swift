import Foundation
import TestSupport
import Testing

@Suite("primacy ledger")
struct LedgerCommandTests {
  private static let header =
    "id,publisher,published,challenger,incumbent,measure,predicted_low,predicted_high,"
    + "predicted_note,never_by,source,verified,resolution_rule\n"

  private func rows(_ arguments: [String]) throws -> [String: [String: Any]] {
    let run = try CommandRun(["ledger"] + arguments + ["--format", "json"])
    #expect(run.code == 0)
    #expect(run.words == "")
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let root = try #require(document as? [String: Any])
    #expect(root["schema"] as? Int == 1)
    let list = try #require(root["rows"] as? [[String: Any]])
    return try Dictionary(
      uniqueKeysWithValues: list.map { (try #require($0["id"] as? String), $0) })
  }

  @Test func `list says who said what`() throws {
    let run = try CommandRun(["ledger", "list", "--format", "csv"])
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 62)
    #expect(
      lines[0]
        == "id,publisher,published,challenger,incumbent,measure,predicted_low,predicted_high,"
        + "never_by,resolution_rule,verified,source,predicted_note")
    #expect(
      run.output.contains("nixon-1960,Richard Nixon,1960-06,SUN,USA,gdp.ppp,,,2000,first,true,"))
    #expect(try rows(["list", "--as-of", "1970"]).count == 10)
  }

  @Test func `score has the columns it promises`() throws {
    let run = try CommandRun(["ledger", "score", "--format", "csv"])
    #expect(
      run.output.split(separator: "\n")[0]
        == "id,publisher,published,challenger,incumbent,measure,predicted_low,predicted_high,"
        + "status,error_years")
    let found = try rows(["score"])
    #expect(found["goldman-2003-germany"]?["status"] as? String == "hit")
    #expect(found["goldman-2003-japan"]?["error_years"] as? Int == -5)
    #expect(found["khrushchev-1958"]?["status"] as? String == "never")
    #expect(found["khrushchev-1958"]?["error_years"] is NSNull)
    #expect(found["iiss-2013"]?["status"] as? String == "missed")
  }

  @Test func `score tells what was known then`() throws {
    let found = try rows(["score", "--as-of", "2005"])
    #expect(found["goldman-2003-germany"]?["status"] as? String == "open")
    #expect(found["iiss-2013"] == nil)
    let earlier = try rows(["score", "--as-of", "1985"])
    #expect(earlier["khrushchev-1958"]?["error_years"] as? Int == 15)
  }

  @Test func `score ends with how many there are of each`() throws {
    let run = try CommandRun(["ledger", "score", "--measures", "milex.mer"])
    #expect(run.output.hasSuffix("\n\n5 forecasts: 1 missed, 4 open.\n"))
    let quiet = try CommandRun(["ledger", "score", "--measures", "milex.mer", "--quiet"])
    #expect(run.output.hasPrefix(quiet.output))
    #expect(!quiet.output.contains("forecasts:"))
  }

  /// The Soviet Union's figures end in 1991: the thirty years from 1975 were never over.
  @Test func `stories say what is still open, and what came too late`() throws {
    let scratch = try Scratch()
    let run = try CommandRun([
      "ledger", "stories", "--measures", "gdp.ppp,cinc", "--paths", "160", "--out", scratch.path,
    ])
    #expect(run.code == 0)
    let text = try String(contentsOfFile: "\(scratch.path)/stories.md", encoding: .utf8)
    func headline(_ start: String) throws -> Substring {
      let line = text.split(separator: "\n").first { $0.contains("As of \(start)") }
      return try #require(line)
    }
    #expect(try headline("1975").hasSuffix("it had not by 1991."))
    #expect(try headline("1990").hasSuffix("it did not."))
    #expect(try headline("2003").hasSuffix("it did in 2016."))
  }

  @Test func `score puts the house's forecast beside`() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "mine.csv",
      Self.header + "a,me,2003,CHN,DEU,gdp.mer,2007,2007,,,here,true,first\n"
        + "b,me,2003,CHN,DEU,steel,,2007,,,here,true,first\n"
        + "c,me,1850,CHN,DEU,gdp.mer,,1900,,,here,true,first\n"
        + "d,me,2003,CHN,DEU,gdp.mer,,,,2007,here,true,first\n")
    let arguments = ["score", "--compare", "--ledger", file, "--paths", "320"]
    let found = try rows(arguments)
    let probability = try #require(found["a"]?["primacy_probability_by"] as? Double)
    #expect((0.05...0.95).contains(probability))
    #expect(found["d"]?["primacy_probability_by"] as? Double == probability)
    #expect(found["d"]?["predicted"] as? String == "not by 2007")
    #expect(found["a"]?["actual"] as? Int == 2007)
    #expect(found["b"]?["primacy_probability_by"] is NSNull)
    #expect(found["b"]?["remark"] as? String == "not measured")
    #expect((found["c"]?["remark"] as? String)?.contains("1849") == true)
    #expect(try rows(arguments) as NSDictionary == found as NSDictionary)
    #expect(try rows(arguments + ["--seed", "2"]) as NSDictionary != found as NSDictionary)
  }

  @Test func `score reads several tables together`() throws {
    let scratch = try Scratch()
    func row(_ id: String) -> String {
      Self.header + "\(id),me,2003,CHN,DEU,gdp.mer,2007,2007,,,here,true,first\n"
    }
    let files = try [scratch.file("one.csv", row("a")), scratch.file("two.csv", row("b"))]
    let found = try rows(["score", "--ledger", files[0], "--ledger", files[1]])
    #expect(Set(found.keys) == ["a", "b"])
    #expect(found["b"]?["status"] as? String == "hit")
  }

  /// One's own figures are scored with the ledger that comes with the program.
  @Test func `score reads figures of one's own`() throws {
    let scratch = try Scratch()
    let years = (2000...2020).map { "CHN,\($0),gdp.mer,2\nDEU,\($0),gdp.mer,1\n" }.joined()
    let file = try scratch.file("mine.csv", "iso3,year,series,value\n" + years)
    let found = try rows(["score", "--data", file])
    #expect(found["goldman-2003-germany"]?["status"] as? String == "early")
    #expect(found["goldman-2003-us"]?["status"] as? String == "not measured")
  }

  @Test func `a wrong field gets one sentence with its place`() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "bad.csv", Self.header + "a,me,2003,CHM,DEU,gdp.mer,2007,2007,,,here,true,first\n")
    for command in ["list", "score"] {
      let run = try CommandRun(["ledger", command, "--ledger", file])
      #expect(run.code == 65)
      #expect(run.output == "")
      #expect(run.words.hasPrefix("primacy: \(file):2, column challenger: found \"CHM\""))
      #expect(run.words.contains("CHN"))
      #expect(run.words.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: [
    (["score", "--ledger", "/nowhere.csv"], Int32(64), "/nowhere.csv"),
    (["score", "--as-of", "20"], 64, "--as-of"), (["score", "--paths", "0"], 64, "--paths"),
    (["score", "--measures", "gdp.mre"], 64, "gdp.mer"), (["list", "--format", "xml"], 64, "xml"),
  ])
  func `bad input gets its exit code`(arguments: [String], code: Int32, word: String) throws {
    let run = try CommandRun(["ledger"] + arguments)
    #expect(run.code == code)
    #expect(run.output == "")
    #expect(run.words.contains(word))
  }
}
