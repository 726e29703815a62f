import Foundation
import Testing

@Suite("primacy balance")
struct BalanceCommandTests {
  /// The rows of a table as dictionaries.
  static func rows(_ arguments: [String]) throws -> [[String: String]] {
    let run = try CommandRun(["balance"] + arguments + ["--format", "csv"])
    #expect(run.code == 0, "\(run.words)")
    let lines = run.output.split(separator: "\n")
    let columns = (lines.first ?? "").split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(columns, fields))
    }
  }

  @Test func `polarity has the columns of the design`() throws {
    let run = try CommandRun([
      "balance", "polarity", "--year", "2016", "--format", "csv",
    ])
    let lines = run.output.split(separator: "\n")
    #expect(
      lines[0] == """
        year,measure,powers,concentration,herfindahl,effective_powers,leader,leader_share,second,\
        second_ratio,polarity
        """)
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("2016,cinc.cow,7,0.4618"))
  }

  @Test func `polarity answers for any measure and set`() throws {
    let rows = try Self.rows([
      "polarity", "--measures", "gdp.ppp,milex.mer,population", "--powers", "china,USA+IND",
      "--year", "2024",
    ])
    #expect(rows.map { $0["leader"] } == ["CHN", "USA", "IND"])
    #expect(rows.allSatisfy { $0["powers"] == "3" })
  }

  @Test func `a year beyond the source is not available, never zero`() throws {
    let rows = try Self.rows(["polarity", "--from", "2021", "--to", "2024"])
    #expect(rows[3]["polarity"] == "not available (source ends 2022)")
    #expect(rows[3]["leader_share"] == "")
    let known = try Self.rows(["polarity", "--year", "2015", "--as-of", "2010"])
    #expect(known[0]["polarity"] == "not available (source ends 2010)")
  }

  @Test func `polarity looks forward on joint futures`() throws {
    let rows = try Self.rows([
      "polarity", "--future", "--measures", "milex.mer", "--paths", "64", "--horizon", "10",
    ])
    #expect(rows.count == 10)
    #expect(rows[0]["known_polarity"] == "unipolar")
    #expect(rows[9]["unipolarity_ended"] != "")
  }

  @Test func `polarity looks back on spells and margins`() throws {
    let spells = try Self.rows(["polarity", "--spells"])
    #expect(spells.contains { $0["polarity"] == "bipolar" && $0["years"] == "42" })
    let margins = try Self.rows(["polarity", "--margins"])
    #expect(margins.contains { $0["measure"] == "net_resources" && $0["wider_before"] == "yes" })
    #expect(margins.contains { $0["wider_before"] == "not available" })
  }

  @Test(arguments: [
    (["polarity", "--powers", "USA"], Int32(64), "needs two"),
    (["polarity", "--powers", "Chian+USA"], 64, "CHN (China)"),
    (["polarity", "--powers", "NATTO"], 64, "NATO"),
    (["polarity", "--measures", "gdp.pppp"], 64, "gdp.ppp"),
    (["polarity", "--rule", "tripolar"], 64, "rule"),
    (["polarity", "--spells", "--future"], 64, "--future"),
    (["polarity", "--year", "1990", "--from", "1980"], 64, "--year"),
  ])
  func `bad input ends with a sentence`(arguments: [String], code: Int32, says: String) throws {
    let run = try CommandRun(["balance"] + arguments)
    #expect(run.code == code)
    #expect(run.words.contains(says), "\(run.words)")
    #expect(run.output.isEmpty)
  }
}
