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

  @Test func `arms races answer what happens after a point more`() throws {
    let path = try Self.rows(["arms-race", "china", "USA", "--path", "--horizon", "3"])
    #expect(path.map { $0["years_after"] } == ["0", "1", "2", "3"])
    #expect(path[0]["first_response"] == "1" && path[0]["second_response"] == "0")
    let pairs = try Self.rows(["arms-race"])
    #expect(pairs.count > 4 && pairs.allSatisfy { $0["stable_before_data"] != "" })
    let parameters = try Self.rows(["arms-race", "CHN", "USA", "--parameters", "--as-of", "2015"])
    #expect(parameters[0]["last_year"] == "2015")
  }

  @Test(arguments: [
    (["arms-race", "CHN"], Int32(64), "two states"),
    (["arms-race", "USA", "USA"], 64, "needs two"),
    (["arms-race", "CHN", "TWN"], 65, "years in common"),
    (["arms-race", "CHN", "USA", "--reaction-deviation", "zero"], 64, "reaction-deviation"),
    (["arms-race", "CHN", "Uganada"], 64, "Uganda"),
  ])
  func `arms races end bad input with a sentence`(
    arguments: [String], code: Int32, says: String
  ) throws {
    let run = try CommandRun(["balance"] + arguments)
    #expect(run.code == code)
    #expect(run.words.contains(says), "\(run.words)")
    #expect(run.output.isEmpty)
  }

  /// By SIPRI: +15.9 % in 2008 and +20.5 % in 2009 in yuan; announced were +17.5 and +18.5 %.
  @Test func `internal balancing names the series of China's growth`() throws {
    let rows = try Self.rows(["internal", "--growth", "CHN", "--from", "2008", "--to", "2009"])
    for (row, wanted) in zip(rows, [0.159, 0.205]) {
      #expect(abs((Double(row["local_current"] ?? "") ?? 0) - wanted) < 0.002)
    }
    #expect(rows.map { $0["announced"] } == ["0.175", "0.185"])
    let words = try CommandRun(["balance", "internal", "--growth", "CHN"]).words
    #expect(words.contains("announced budget"))
  }

  @Test func `internal balancing ranks effort by period`() throws {
    let rows = try Self.rows(["internal", "--periods", "1992-2001,2014-2024", "--powers", "NATO"])
    let recent = rows.filter { $0["first_year"] == "2014" && $0["rank"] != "" }
    let efforts = recent.compactMap { Double($0["effort_beyond_growth"] ?? "") }
    #expect(efforts == efforts.sorted(by: >))
    #expect(recent.allSatisfy { $0["mobilisation_last"]?.hasPrefix("not available") == true })
    #expect(rows.contains { $0["first_year"] == "1992" && $0["power"] == "USA" })
  }

  /// By the field, on SIPRI's sheets; ours restate them through the World Bank.
  @Test func `burden sharing is near the field's correlations`() throws {
    let rows = try Self.rows(["burden", "--alliance", "nato"])
    let golden = [
      ("1960", 0.75), ("1967", 0.38), ("1975", 0.27), ("1985", 0.47), ("1995", 0.12),
      ("2005", 0.13), ("2011", 0.35), ("2014", 0.33), ("2019", -0.01), ("2022", 0), ("2024", -0.08),
    ]
    for (year, wanted) in golden {
      let row = try #require(rows.first { $0["year"] == year })
      let value = try #require(Double(row["rank_correlation"] ?? ""))
      #expect(abs(value - wanted) < 0.055, "\(year) \(value)")
    }
    let last = try #require(rows.first { $0["year"] == "2024" })
    #expect(abs((Double(last["leader_share_milex"] ?? "") ?? 0) - 0.66) < 0.01)
    #expect(abs((Double(last["leader_share_gdp"] ?? "") ?? 0) - 0.53) < 0.01)
  }

  @Test func `burden sharing has the columns of the design`() throws {
    let run = try CommandRun(["balance", "burden", "--format", "csv", "--year", "2026"])
    let lines = run.output.split(separator: "\n")
    #expect(
      lines[0]
        == "year,alliance,members,rank_correlation,low,high,leader_share_milex,leader_share_gdp")
    #expect(lines[1] == "2026,NATO,,not available (source ends 2024),,,,")
  }

  @Test(arguments: [
    (["internal", "--growth", "Chian"], Int32(64), "CHN (China)"),
    (["internal", "--periods", "1990"], 64, "1990"),
    (["internal", "--powers", "USA"], 64, "needs two"),
    (["burden", "--alliance", "NATTO"], 64, "NATO"),
    (["burden", "--members", "--strength"], 64, "--strength"),
  ])
  func `efforts and burdens end bad input with a sentence`(
    arguments: [String], code: Int32, says: String
  ) throws {
    let run = try CommandRun(["balance"] + arguments)
    #expect(run.code == code)
    #expect(run.words.contains(says), "\(run.words)")
    #expect(run.output.isEmpty)
  }

  /// By the definition: each reaches the leader, and adding up shares gives its ratio.
  @Test func `coalitions reach the leader`() throws {
    let rows = try Self.rows(["coalitions", "--limit", "5", "--measures", "gdp.mer,gdp.ppp"])
    #expect(rows.count == 10)
    #expect(rows.allSatisfy { Double($0["ratio"] ?? "") ?? 0 >= 1 })
    #expect(rows[0]["leader"] == "USA" && rows[5]["leader"] == "CHN")
  }

  /// By the field: 20.1, 10.1 and 4.6 in SIPRI's constant dollars; ours are at each year's prices.
  @Test func `coalitions have a ratio near the field's`() throws {
    let rows = try Self.rows([
      "coalitions", "--ratio", "--side", "NATO", "--against", "CHN", "--measures", "milex.mer",
      "--from", "2000", "--to", "2025",
    ])
    for (year, wanted) in [("2000", 20.1), ("2010", 10.1), ("2024", 4.6)] {
      let row = try #require(rows.first { $0["year"] == year })
      #expect(abs((Double(row["ratio"] ?? "") ?? 0) / wanted - 1) < 0.1)
      #expect(row["uncounted"] == "ISL")
    }
  }

  @Test func `coalitions have a future with reliable and unreliable allies`() throws {
    let arguments = [
      "coalitions", "--future", "--side", "CHN+RUS", "--measures", "milex.mer", "--paths", "640",
    ]
    func reached(_ extra: [String]) throws -> Double {
      Double(try Self.rows(arguments + extra).last?["reached_by"] ?? "") ?? .nan
    }
    let (full, drawn, none) = try (
      reached([]), reached(["--reliability", "0.5", "--drawn"]), reached(["--reliability", "0"])
    )
    #expect(none < drawn && drawn < full)
  }

  @Test(arguments: [
    (["coalitions", "--year", "2030"], Int32(65), "source ends"),
    (["coalitions", "--future", "--side", "CHN+USA"], 64, "cannot balance itself"),
    (["coalitions", "--reliability", "x"], 64, "reliability"),
    (["coalitions", "--reliability", "nan"], 64, "from 0 to 1"),
    (["coalitions", "--ratio"], 64, "--side"),
    (["coalitions", "--ratio", "--side", "NATTO"], 64, "did you mean"),
    (["coalitions", "--ratio", "--side", "USA+CHN", "--against", "USA"], 64, "USA"),
    (["coalitions", "--top", "26"], 64, "25"),
  ])
  func `coalitions end bad input with a sentence`(
    arguments: [String], code: Int32, says: String
  ) throws {
    let run = try CommandRun(["balance"] + arguments)
    #expect(run.code == code)
    #expect(run.words.contains(says), "\(run.words)")
    #expect(run.output.isEmpty)
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
