import Foundation
import TestSupport
import Testing

@Suite("primacy measure")
struct MeasureCommandTests {
  private static let own = """
    measures:
      - name: reach
        title: military reach
        unit: weighted mean of world shares
        formula: 0.6 * share(stock(milex.mppp, 0.08)) + 0.4 * share(military_personnel)
      - name: blend
        weights: {gdp.mer: 1, gdp.ppp: 1}
    """

  private func file(_ text: String = own) throws -> (folder: Scratch, path: String) {
    let folder = try Scratch()
    return (folder, try folder.file("my.yaml", text))
  }

  private func rows(_ output: String) throws -> [[String: Any]] {
    let document = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require((document as? [String: Any])?["rows"] as? [[String: Any]])
  }

  @Test(arguments: ["table", "json", "csv", "markdown"])
  func `lists and shows in every format`(format: String) throws {
    let (folder, path) = try file()
    let list = try CommandRun(
      ["measure", "list", "--measures-file", path, "--format", format])
    #expect(list.code == 0 && list.words == "")
    for name in ["gdp.mer", "milex.mppp", "military_stock", "surplus", "composite", "reach"] {
      #expect(list.output.contains(name))
    }
    let show = try CommandRun(["measure", "show", "composite", "--format", format])
    #expect(show.code == 0)
    #expect(show.output.contains("loading of share(gdp.mer)"))
    withExtendedLifetime(folder) {}
  }

  @Test func `loadings have length one and weights add up to one`() throws {
    let show = try CommandRun(["measure", "show", "composite", "--format", "json"])
    let rows = try rows(show.output)
    func values(_ property: String) -> [Double] {
      rows.filter { ($0["property"] as? String)?.hasPrefix(property) == true }
        .compactMap { $0["value"] as? Double }
    }
    #expect(values("loading of").count == 6)
    #expect(abs(values("loading of").reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
    #expect(abs(values("weight of").reduce(0, +) - 1) < 1e-12)
    #expect(values("component explained").allSatisfy { $0 > 0.5 && $0 < 1 })
  }

  @Test func `a measure of one's own is forecast like any other`() throws {
    let (folder, path) = try file()
    let arguments = ["forecast", "--measures-file", path, "--paths", "64", "--format", "json"]
    let run = try CommandRun(arguments)
    #expect(run.code == 0)
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let list = try #require((document as? [String: Any])?["measures"] as? [[String: Any]])
    let names = list.compactMap { $0["measure"] as? String }
    #expect(names.count == 15)
    #expect(names.suffix(2) == ["reach", "blend"])
    withExtendedLifetime(folder) {}
  }

  @Test func `a measure of one's own is charted, balanced and tested`() throws {
    let (folder, path) = try file()
    let polarity = try CommandRun(
      [
        "balance", "polarity", "--measures", "blend", "--measures-file", path, "--year", "2020",
      ])
    #expect(polarity.code == 0 && polarity.output.contains("blend"))
    let backtest = try CommandRun(
      [
        "backtest", "--measure", "blend", "--measures-file", path, "--origins", "1990...1990/1",
        "--horizons", "5", "--models", "random-walk", "--paths", "64", "--format", "csv",
      ])
    #expect(backtest.code == 0 && backtest.output.contains("blend,random-walk"))
    let charts = try CommandRun(
      [
        "chart", "ratio-fans", "--measures", "reach", "--measures-file", path, "--paths", "64",
        "--out", folder.path + "/charts",
      ])
    #expect(charts.code == 0)
    withExtendedLifetime(folder) {}
  }

  @Test(arguments: [
    ("- name: a\n  formla: burden", "line 2", "did you mean formula?"),
    ("- name: a\n  formula: gdp.mer + population", "line 2", "different units"),
    ("- name: a\n  formula: gdp.mer / 0", "line 2", "divides by zero"),
    ("- name: a\n  formula: 2 * a", "line 2", "refers to itself"),
    ("- name: a\n  weights: {gdp.mer: -1}", "line 2", "not negative"),
    ("- name: a\n  formula: share(gdp.mre)", "line 2", "did you mean gdp.mer"),
  ])
  func `says in one sentence what is wrong`(text: String, line: String, words: String) throws {
    let (folder, path) = try file(text)
    let run = try CommandRun(["forecast", "--measures-file", path])
    #expect(run.code == 65)
    #expect(run.output == "")
    #expect(run.words.contains("my.yaml, \(line)") && run.words.contains(words), "\(run.words)")
    #expect(run.words.split(separator: "\n").count == 1)
    withExtendedLifetime(folder) {}
  }

  @Test(arguments: [
    ["forecast", "--measures-file", "nowhere.yaml"],
    ["measure", "show", "gdp.mrr"],
    ["forecast", "--military-weights", "1,-1,1"],
    ["forecast", "--composite", "gdp.mer=-1"],
    ["forecast", "--composite", "gdp.mre=1"],
    ["forecast", "--depreciation", "0"],
    ["forecast", "--subsistence", "-1"],
    ["forecast", "--reliability", "1.5"],
  ])
  func `refuses what cannot be meant`(arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.code == 64, "\(run.words)")
    #expect(run.output == "")
  }

  /// By hand: allies that count for nothing leave the principal alone.
  @Test func `unreliable allies leave the principal`() throws {
    func ratio(_ arguments: [String]) throws -> Double {
      let run = try CommandRun(
        ["forecast"] + arguments + ["--measures", "gdp.ppp", "--paths", "64", "--format", "json"])
      let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      let list = try #require((document as? [String: Any])?["measures"] as? [[String: Any]])
      return try #require(list.first?["ratio"] as? Double)
    }
    let alone = try ratio(["CHN", "USA"])
    #expect(try ratio(["CHN+RUS", "USA", "--reliability", "0"]) == alone)
    let full = try ratio(["CHN+RUS", "USA"])
    let half = try ratio(["CHN+RUS", "USA", "--reliability", "0.5"])
    // Ratios are printed with six places.
    #expect(abs(half - (alone + full) / 2) < 2e-6)
    // The alliance's principal is its largest member.
    #expect(try ratio(["CHN", "NATO", "--reliability", "0"]) == alone)
  }
}
