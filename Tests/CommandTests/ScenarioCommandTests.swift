import Foundation
import TestSupport
import Testing

@Suite("Scenarios, solve and explain on the command line")
struct ScenarioCommandTests {
  private func object(_ arguments: [String]) throws -> [String: Any] {
    let run = try CommandRun(arguments)
    #expect(run.code == 0, "\(run.words)")
    #expect(run.words == "")
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(document as? [String: Any])
  }

  @Test func `scenarios stand beside a baseline that they do not change`() throws {
    let plain = [
      "forecast", "--format", "json", "--paths", "640", "--measures", "gdp.mer,milex.mer",
    ]
    let alone = try object(plain)
    var compared = try object(plain + ["--scenario", "baseline", "--scenario", "strong-yuan"])
    let scenarios = try #require(compared["scenarios"] as? [[String: Any]])
    compared["scenarios"] = nil
    #expect(alone as NSDictionary == compared as NSDictionary)
    #expect(scenarios.map { $0["name"] as? String } == ["baseline", "strong-yuan"])
    func chances(_ measure: Any?) throws -> [String: Double] {
      try #require((measure as? [String: Any])?["probabilityBy"] as? [String: Double])
    }
    let before = try #require(alone["measures"] as? [[String: Any]])
    for scenario in scenarios {
      let after = try #require(scenario["measures"] as? [[String: Any]])
      for (old, new) in zip(before, after) {
        let (old, change) = (try chances(old), try chances(new["change"]))
        for (year, chance) in try chances(new) {
          let gain = chance - (try #require(old[year]))
          #expect(abs(gain - (try #require(change[year]))) < 2e-6)
          #expect(scenario["name"] as? String == "baseline" ? gain == 0 : gain >= 0)
        }
      }
    }
  }

  @Test func `a file, a name and their sum are scenarios`() throws {
    let folder = try Scratch()
    let file = try folder.file(
      "mine.yaml",
      "name: mine\ndeviations:\n  - growth: { powers: CHN, years: +1 to +10, add: 1 }\n")
    let run = try CommandRun([
      "forecast", "--paths", "320", "--measures", "gdp.mer", "--scenario", file, "--scenario",
      "\(file)+strong-yuan",
    ])
    #expect(run.code == 0)
    #expect(run.output.contains("mine+strong-yuan"))
    let table = try CommandRun([
      "forecast", "--paths", "320", "--measures", "gdp.mer", "--scenario", file, "--format", "csv",
    ])
    let lines = table.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("scenario,challenger") && lines[0].hasSuffix("probability,change"))
    #expect(lines.contains { $0.hasPrefix("mine,") })
  }

  /// Iceland has no army and no burden; a path for NATO passes it over.
  @Test func `coalitions rearm and fall apart`() throws {
    let run = try CommandRun([
      "forecast", "CHN+RUS", "NATO", "--paths", "320", "--measures", "gdp.ppp,milex.mer",
      "--scenario", "european-rearmament", "--scenario", "coalition-fracture", "--format", "csv",
    ])
    #expect(run.code == 0, "\(run.words)")
    func chance(_ scenario: String, _ measure: String) throws -> Double {
      let rows = run.output.split(separator: "\n").map { $0.split(separator: ",") }
      let row = rows.first {
        $0[0] == scenario && $0[3] == measure && $0.contains("crossing") && $0.contains("2050")
      }
      return try #require(row.flatMap { Double($0[$0.count - 2]) })
    }
    #expect(try chance("european-rearmament", "milex.mer") <= chance("baseline", "milex.mer"))
    #expect(try chance("coalition-fracture", "gdp.ppp") > chance("baseline", "gdp.ppp"))
    #expect(try chance("european-rearmament", "gdp.ppp") == chance("baseline", "gdp.ppp"))
  }

  @Test func `bad scenarios get one sentence and their exit code`() throws {
    let folder = try Scratch()
    let early = try folder.file(
      "early.yaml",
      "name: x\ndeviations:\n  - growth: { powers: CHN, years: 2020, add: 1 }\n")
    let fixed = try folder.file(
      "fixed.yaml",
      """
      name: x
      deviations:
        - conditions:
            - { power: USA, of: price_level, levels: { 2027: 1.1 } }

      """)
    for (arguments, code, word) in [
      (["--scenario", "strong-yaun"], Int32(64), "strong-yuan"),
      (["--scenario", "nowhere.yaml"], 64, "nowhere.yaml"),
      (["--scenario", early], 65, "line 3"),
      (["--scenario", fixed], 65, "price_level of USA in 2027"),
    ] {
      let run = try CommandRun(["forecast", "--paths", "32"] + arguments)
      #expect(run.code == code)
      #expect(run.output == "")
      #expect(run.words.contains(word), "\(run.words)")
      #expect(run.words.split(separator: "\n").count == 1)
    }
  }

  @Test func `solve says what is needed and how unusual it is`() throws {
    let rows = try #require(
      object([
        "solve", "CHN", "USA", "--measure", "milex.mer", "--by", "2040", "--probability", "50%",
        "--paths", "640", "--format", "json",
      ])["rows"] as? [[String: Any]])
    #expect(rows.map { $0["lever"] as? String } == ["growth", "exchange-rate", "burden"])
    for row in rows {
      let needed = try #require(row["needed"] as? Double)
      #expect(needed > (try #require(row["expected"] as? Double)))
      let percentile = try #require(row["percentile"] as? Double)
      #expect(percentile > 0.5 && percentile <= 1)
      #expect(try #require(row["spells"] as? Int) > 1000)
    }
  }

  @Test(arguments: [
    (["solve", "--by", "2020"], 64, "--by"),
    (["solve", "--by", "2040", "--probability", "2"], 64, "2"),
    (["solve", "--by", "2040", "--measure", "gdp.ppp"], 65, "2016"),
    (["explain", "--since", "2030"], 64, "--since"),
    (["explain", "--measure", "gdp.mre"], 64, "gdp.mer"),
    (["explain", "--tornado", "--measure", "gdp.ppp"], 65, "2016"),
  ])
  func `bad questions get one sentence`(arguments: [String], code: Int32, word: String) throws {
    let run = try CommandRun(arguments + ["--paths", "32"])
    #expect(run.code == code)
    #expect(run.output == "")
    #expect(run.words.contains(word), "\(run.words)")
  }

  @Test func `the parts of a change add up in every row`() throws {
    let rows = try #require(
      object([
        "explain", "CHN+RUS", "NATO", "--measure", "milex.mer", "--since", "2000", "--paths", "320",
        "--format", "json",
      ])["rows"] as? [[String: Any]])
    #expect(Set(rows.compactMap { $0["period"] as? String }) == ["past", "future"])
    for period in ["past", "future"] {
      let parts = rows.filter { $0["period"] as? String == period }
      let drivers = parts.filter { $0["driver"] as? String != "total" }
      #expect(drivers.count == 4)
      let sum = drivers.reduce(0) { $0 + ($1["net"] as? Double ?? .nan) }
      let total = try #require(parts.last?["net"] as? Double)
      // Each part is rounded to a hundredth.
      #expect(abs(sum - total) < 0.03)
      let ratios = try #require(parts.last)
      let change =
        100
        * log(
          try #require(ratios["ratio_last"] as? Double)
            / (try #require(ratios["ratio_first"] as? Double)))
      #expect(abs(change - total) < 0.01)
    }
  }

  /// By law: allies that count less leave a smaller coalition, and a larger gap to explain.
  @Test func `explain and solve count allies in part`() throws {
    func ratio(_ reliability: String) throws -> Double {
      let rows = try #require(
        object([
          "explain", "CHN+RUS", "USA", "--measure", "gdp.ppp", "--reliability", reliability,
          "--paths", "320", "--format", "json",
        ])["rows"] as? [[String: Any]])
      return try #require(
        rows.last { $0["period"] as? String == "past" }?["ratio_last"] as? Double)
    }
    #expect(try ratio("0.5") < ratio("1"))
    let run = try CommandRun(["solve", "CHN", "USA", "--by", "2040", "--reliability", "2"])
    #expect(run.code == 64 && run.words.contains("--reliability"), "\(run.words)")
  }
}
