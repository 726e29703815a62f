import Foundation
import TestSupport
import Testing

@Suite("primacy forecast")
struct ForecastCommandTests {
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try CommandRun(["forecast", "--format", "json", "--paths", "640"] + arguments)
    #expect(run.code == 0)
    #expect(run.words == "")
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(document as? [String: Any])
  }

  private func measures(_ document: [String: Any]) throws -> [String: [String: Any]] {
    let list = try #require(document["measures"] as? [[String: Any]])
    return try Dictionary(
      uniqueKeysWithValues: list.map { (try #require($0["measure"] as? String), $0) })
  }

  /// The ratios are the publishers' own: World Bank 2026-07, SIPRI's shares, NMC 7.0.
  @Test func `starts from the facts`() throws {
    let document = try json([])
    #expect(document["origin"] as? Int == 2025)
    let found = try measures(document)
    #expect(found.count >= 4)
    let market = try #require(found["gdp.mer"]?["ratio"] as? Double)
    #expect(abs(market - 0.634) < 0.001)
    #expect(found["gdp.ppp"]?["crossedIn"] as? Int == 2016)
    #expect(found["cinc"]?["crossedIn"] as? Int == 2003)
    let spending = try #require(found["milex.mer"]?["ratio"] as? Double)
    #expect(abs(spending - 0.320) < 0.001)
  }

  @Test func `the same seed gives the same bytes on one core and on all`() throws {
    let arguments = ["forecast", "--format", "json", "--paths", "2000"]
    let all = try CommandRun(arguments)
    let one = try CommandRun(
      arguments, environment: ["LIBDISPATCH_COOPERATIVE_POOL_STRICT": "1"])
    #expect(all.output == one.output)
    let other = try CommandRun(arguments + ["--seed", "2"])
    #expect(all.output != other.output)
  }

  @Test func `a measure's numbers do not depend on which others are asked for`() throws {
    let alone = try measures(json(["--measures", "gdp.mer"]))["gdp.mer"]
    let among = try measures(json([]))["gdp.mer"]
    #expect(alone as NSDictionary? == among as NSDictionary?)
  }

  /// The rules by which hubs check forecasts: columns, types, and numbers that do not fall.
  @Test func `hubverse rows are quantiles and distribution functions`() throws {
    let run = try CommandRun([
      "forecast", "--format", "hubverse", "--paths", "640", "--measures", "gdp.mer,gdp.ppp",
    ])
    #expect(run.code == 0)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(rows[0].suffix(3) == ["output_type", "output_type_id", "value"])
    #expect(Set(rows.map { String($0.joined(separator: ",")) }).count == rows.count)
    let tasks = Dictionary(grouping: rows.dropFirst()) { $0.dropLast(2).joined(separator: ",") }
    #expect(tasks.count > 100)
    for (task, rows) in tasks {
      let ids = rows.compactMap { Double($0[9]) }
      let values = rows.compactMap { Double($0[10]) }
      #expect(ids.count == rows.count && values.count == rows.count)
      #expect(zip(ids, ids.dropFirst()).allSatisfy(<))
      #expect(zip(values, values.dropFirst()).allSatisfy(<=))
      #expect(task.hasSuffix(",quantile") || (values.last ?? 2) <= 1)
    }
  }

  /// What is known by 2000 must not change when later figures do.
  @Test func `nothing later than the origin is used`() throws {
    let folder = try Scratch()
    let rows = try CommandRun(["data", "export", "--format", "csv"]).output
      .split(separator: "\n")
    let kept = rows.filter { $0.contains(",gdp_per_capita.ppp,") || $0.contains(",population,") }
    func table(_ change: (Int, String) -> String?) -> String {
      (["iso3,year,series,value"]
        + kept.compactMap { line in
          let fields = line.split(separator: ",")
          return Int(fields[1]).flatMap { change($0, String(line)) }
        }).joined(separator: "\n") + "\n"
    }
    let whole = try folder.file("whole.csv", table { $1 })
    let shaken = try folder.file(
      "shaken.csv",
      table { year, line in
        guard year > 2000 else { return line }
        let fields = line.split(separator: ",")
        return fields[0..<3].joined(separator: ",") + ",\(1000 + year % 7)"
      })
    func forecast(_ path: String) throws -> [String: Any] {
      var document = try json(["--data", path, "--as-of", "2000", "--measures", "gdp.ppp"])
      document["dataset"] = nil
      return document
    }
    #expect(try forecast(whole) as NSDictionary == forecast(shaken) as NSDictionary)
  }

  @Test(arguments: [
    (["CHN", "CHN"], 64, "CHN"), (["Chinaa"], 64, "China"),
    (["--measures", "gdp.mre"], 64, "gdp.mer"), (["--models", "pooled,stak"], 64, "stak"),
    (["--as-of", "2090"], 65, "2025"), (["--as-of", "1817"], 65, "CHN"),
    (["--horizon", "0"], 64, "--horizon"), (["--paths", "0"], 64, "--paths"),
    (["PRK", "USA", "--measures", "gdp.mer"], 65, "PRK"),
    (["--population", "un", "--as-of", "2010"], 65, "2024"),
    (["--data", "nowhere.csv"], 64, "nowhere.csv"), (["--format", "yaml"], 64, "yaml"),
  ])
  func `bad input gets one sentence and its exit code`(
    arguments: [String], code: Int32, word: String
  ) throws {
    let run = try CommandRun(["forecast", "--paths", "32"] + arguments)
    #expect(run.code == code)
    #expect(run.output == "")
    #expect(run.words.contains(word))
  }

  @Test func `what cannot be written is said, and nothing is left`() throws {
    let folder = try Scratch()
    let blocked = try folder.file("blocked", "a file where a folder is wanted")
    let run = try CommandRun(["forecast", "--paths", "32", "--out", blocked])
    #expect(run.code == 73)
    #expect(run.output == "")
  }

  @Test func `a coalition is named by its members`() throws {
    let run = try CommandRun([
      "forecast", "china+russia", "united states", "--measures", "gdp.mer", "--paths", "320",
    ])
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("China and Russia’s GDP at market exchange rates is 7"))
  }

  @Test func `the long table reads back`() throws {
    let run = try CommandRun(["forecast", "--format", "csv", "--paths", "320"])
    #expect(run.words == "")
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.first ?? ""
        == "challenger,incumbent,measure,origin,ratio,crossed_in,event,year,probability")
    #expect(
      lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 9 })
  }
}
