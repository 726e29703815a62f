import Foundation
import TestSupport
import Testing

@Suite("primacy balance threat, alignment and soft")
struct BalanceRelationsCommandTests {
  private func rows(_ arguments: [String]) throws -> [[String: String]] {
    try BalanceCommandTests.rows(arguments)
  }

  @Test func `threat has its columns and ranks by level`() throws {
    let run = try CommandRun(["balance", "threat", "POL", "--format", "csv"])
    #expect(
      run.output.hasPrefix(
        "year,measure,state,rank,threat_from,threat,power_share,distance_km,contiguity,proximity,"
          + "spending_share,spending_growth,offense,disputes,ideal_distance\n"))
    let found = try rows(["threat", "POL"])
    #expect(found.map { $0["rank"] } == (1...15).map { "\($0)" })
    #expect(found[0]["threat"] == "1" && found[0]["threat_from"] == "RUS")
    #expect(found[0]["contiguity"] == "not available (source ends 2016)")
    #expect(found[0]["disputes"] == "not available (source ends 2014)")
  }

  @Test func `threat answers for any year, measure, gradient and weights`() throws {
    let past = try rows(["threat", "FRA", "--as-of", "1938"])
    #expect(past[0]["threat_from"] == "DEU" && past[0]["year"] == "1938")
    #expect(
      past[0]["ideal_distance"] == "not available (source begins 1946)"
        || past[0]["ideal_distance"] == "")
    let rich = try rows(["threat", "JPN", "--measure", "gdp.mer", "--year", "2014", "--top", "3"])
    #expect(rich.count == 3 && rich[0]["measure"] == "gdp.mer" && rich[0]["threat_from"] == "CHN")
    let near = try rows(["threat", "JPN", "--weights", "power=0,offense=0,disputes=0,ideals=0"])
    #expect(near[0]["threat_from"] == "KOR")
    let far = try rows([
      "threat", "JPN", "--gradient", "none", "--weights", "power=1,offense=0,disputes=0,ideals=0",
    ])
    #expect(far[0]["threat_from"] == "CHN" && far[1]["threat_from"] == "USA")
    #expect(try rows(["threat", "UKR", "--carry"])[0]["disputes"] == "4")
  }

  @Test func `alignment knows when its source ends`() throws {
    let found = try rows(["alignment"])
    #expect(found.allSatisfy { $0["year"] == "2018" })
    let poland = try #require(found.first { $0["state"] == "POL" })
    #expect(poland["threatening"] == "RUS" && poland["balances"] == "yes")
    let (stays, change) = (
      Double(poland["probability_balance"] ?? "") ?? 0,
      Double(poland["probability_change"] ?? "") ?? 1
    )
    #expect(stays > 0.9 && change < 0.1)
    let before = try rows(["alignment", "--as-of", "1939", "--states", "POL"])
    #expect(before.map { $0["year"] } == ["1939"])
  }

  @Test func `alignment tests the theory and scores itself`() throws {
    let tests = try rows(["alignment", "--test"])
    #expect(tests.count == 4)
    for row in tests {
      let values = ["low", "odds_ratio", "high"].compactMap { Double(row[$0] ?? "") }
      #expect(values.count == 3 && values == values.sorted())
    }
    let scores = try rows(["alignment", "--score"])
    #expect(scores.map { $0["event"] } == ["stock", "onset", "stock", "onset"])
    #expect(scores.allSatisfy { $0["skill_over_persistence"] != "" })
    #expect(try rows(["alignment", "--estimates"]).count == 40)
  }

  @Test func `soft balancing shows signs, trends and groups`() throws {
    let found = try rows(["soft", "--states", "JPN+SGP+BRA"])
    #expect(found.map { $0["state"] } == ["JPN", "SGP", "BRA"])
    #expect(found[0]["groups"] == "RCEP" && found[1]["groups"] == "ACFTA+RCEP")
    #expect(found.allSatisfy { $0["year"] == "2023" && $0["trend_until"] == "2013" })
    let late = try rows(["soft", "--states", "IND", "--year", "2026"])
    #expect(late[0]["ideal_distance"] == "not available (source ends 2023)")
    let early = try rows(["soft", "--states", "IND", "--year", "2015", "--as-of", "2010"])
    #expect(early[0]["ideal_distance"] == "not available (source ends 2010)")
  }

  @Test func `each draws a chart`() throws {
    let scratch = try Scratch()
    let commands = [
      ["threat", "POL"], ["alignment", "--states", "POL"], ["soft"], ["internal"], ["arms-race"],
      ["polarity"], ["polarity", "--future", "--measures", "milex.mer", "--paths", "64"],
      ["burden"],
      ["coalitions"], ["coalitions", "--ratio", "--side", "NATO", "--against", "CHN"],
      ["coalitions", "--future", "--side", "CHN+RUS", "--against", "USA", "--paths", "64"],
    ]
    for (place, command) in commands.enumerated() {
      let file = "\(scratch.path)/\(place).svg"
      let run = try CommandRun(["balance"] + command + ["--chart", file])
      #expect(run.code == 0, "\(run.words)")
      #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("<svg"))
    }
  }

  @Test func `efforts, burdens and races take any measure`() throws {
    let burden = try rows(["burden", "--year", "2024", "--measure", "population"])
    #expect(burden[0]["rank_correlation"] != "")
    let races = try rows(["arms-race", "CHN", "USA", "--measure", "milex.mer", "--parameters"])
    #expect(
      races.contains { $0["quantity"] == "burden_second" || $0["quantity"] == "level_second" })
    let effort = try rows([
      "internal", "--measure", "milex.ppp", "--growth-measure", "gdp.ppp", "--powers", "USA+CHN",
    ])
    #expect(effort.count == 2)
  }

  @Test(arguments: [
    (["threat", "Polnad"], Int32(64), "POL (Poland)"),
    (["threat", "POL", "--year", "1700"], 65, "source begins 1816"),
    (["threat", "POL", "--year", "2100"], 65, "source ends 2022"),
    (["threat", "POL", "--weights", "power=heavy"], 64, "is not"),
    (["threat", "POL", "--weights", "power=-1"], 64, "from 0"),
    (["threat", "POL", "--weights", "might=1"], 64, "none of them"),
    (
      ["threat", "POL", "--weights", "power=0,proximity=0,offense=0,disputes=0,ideals=0"], 64,
      "above 0"
    ),
    (["threat", "POL", "--measure", "gdp.pppp"], 64, "gdp.ppp"),
    (["threat", "POL", "--length", "0"], 64, "--length"),
    (["alignment", "--states", "Atlantis"], 64, "no power"),
    (["alignment", "--ridge", "x"], 64, "ridge"),
    (["alignment", "--test", "--score"], 64, "--score"),
    (["soft", "--leader", "USA", "--rival", "USA"], 64, "needs two"),
    (["soft", "--states", "NATTO"], 64, "NATO"),
    (["soft", "--baseline", "2"], 64, "--baseline"),
  ])
  func `bad input ends with a sentence`(arguments: [String], code: Int32, says: String) throws {
    let run = try CommandRun(["balance"] + arguments)
    #expect(run.code == code, "\(run.words)")
    #expect(run.words.contains(says), "\(run.words)")
    #expect(run.output.isEmpty)
  }

  @Test func `figures of one's own say nothing of pairs`() throws {
    let scratch = try Scratch()
    let own = try scratch.file(
      "own.csv",
      "iso3,year,series,value\nUSA,2020,population,3e8\nCHN,2020,population,1e9\n")
    let run = try CommandRun([
      "balance", "threat", "USA", "--measure", "population", "--data", own,
    ])
    #expect(run.code == 65 && run.words.contains("relations/"), "\(run.words)")
  }
}
