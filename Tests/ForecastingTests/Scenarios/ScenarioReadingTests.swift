import Foundation
import Panels
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("Reading scenarios")
struct ScenarioReadingTests {
  private func read(_ text: String) throws -> Scenario {
    try Scenario(
      reading: text, file: "my.yaml", data: EmbeddedFigures.data(), origin: 2025)
  }

  private func only(_ deviation: String) throws -> Deviation {
    try #require(try read("name: x\ndeviations:\n  - \(deviation)\n").deviations.first)
  }

  @Test func `every key says what it means`() throws {
    #expect(
      try only("growth: { powers: China, years: +1 to +10, add: -1.5 }")
        == .growth(.init(powers: ["CHN"], years: 2026...2035, change: .added(-0.015))))
    #expect(
      try only("growth: { powers: [IND, USA], years: 2030, rate: 6 % }")
        == .growth(.init(powers: ["IND", "USA"], years: 2030...2030, change: .rate(0.06))))
    #expect(
      try only("burden: { powers: CHN, path: { 2035: 3 %, +5: 0.02 } }")
        == .path(
          .init(
            indicator: .burden, powers: ["CHN"],
            points: [.init(year: 2030, level: 0.02), .init(year: 2035, level: 0.03)])))
    #expect(
      try only("price_level: { powers: CHN, by: +5, appreciation: 30 % }")
        == .shift(
          .init(
            indicator: .priceLevel, powers: ["CHN"], year: 2030, amount: .log(onePlus: 0.3))))
    #expect(
      try only("population: { powers: CHN, variant: low }")
        == .population(.init(powers: ["CHN"], variant: .low)))
    #expect(
      try only("slowdown: { powers: CHN, years: +1 to +9, probability: 5 %, drop: 3 }")
        == .slowdown(.init(powers: ["CHN"], years: 2026...2034, probability: 0.05, drop: 0.03)))
    #expect(
      try only("sanctions: { powers: RUS, years: +1 to +5, drag: 1, recovery: 50 %, over: 4 }")
        == .growth(
          .init(
            powers: ["RUS"], years: 2026...2030, change: .added(-0.01),
            recovery: .init(part: 0.5, years: 4))))
    #expect(
      try only("membership: { coalition: nato, from: +5, leave: USA }")
        == .membership(.init(coalition: "NATO", year: 2030, leaving: ["USA"])))
    #expect(
      try only("level: { indicator: population, powers: USA, path: { 2030: 400000000 } }")
        == .path(
          .init(
            indicator: .population, powers: ["USA"], points: [.init(year: 2030, level: 4e8)])))
  }

  @Test func `a coalition stands for its members, and a minus takes some out`() throws {
    guard
      case .path(let path) = try only(
        "burden: { powers: [NATO, -USA, -CAN], floor: { +10: 3.5 % } }")
    else { return #expect(Bool(false)) }
    #expect(path.powers.count == 30)
    #expect(path.kind == .floor && !path.powers.contains("USA"))
  }

  /// By hand: 1000 × 1.05 × 1.04, and the year that is free is left out.
  @Test func `growth that is given starts from the level at the origin`() throws {
    let data = ScenarioWorld.data([.outputPerHead: ["USA": 1000, "AAA": 600]])
    let scenario = try Scenario(
      reading: """
        name: x
        deviations:
          - conditions:
              - { power: USA, of: gdp.ppp, growth: { 2026: 5, 2027: 4, 2028: } }
              - { power: USA, of: burden, levels: { 2027: free, 2028: 4 % } }
        """, file: "my.yaml",
      data: DataSet(
        panels: Array(data.panels.values),
        entities: [
          Entity(power: "USA", name: "United States", continuedAs: nil, years: 1776...2200)
        ],
        checksum: "made"), origin: 2025)
    let conditions = scenario.conditions
    #expect(conditions.map(\.year) == [2026, 2027, 2028])
    #expect(abs(conditions[1].level - 1092) < 1e-9)
    #expect(conditions[1].factors == [.population, .outputPerHead])
    #expect(conditions[2].factors == [.burden] && conditions[2].level == 0.04)
  }

  /// Each is one sentence with the line, what was found, and what was expected.
  @Test(arguments: [
    ("nmae: x", 1, "did you mean name?"),
    ("name: x\ndeviation: []", 2, "deviations"),
    ("name: x\ndeviations:\n  - grwoth: { powers: CHN, years: +1, add: 1 }", 3, "growth"),
    ("name: x\ndeviations:\n  - growth: { powers: CHN, yaers: +1, add: 1 }", 3, "years"),
    ("name: x\ndeviations:\n  - growth: { powers: CHN, add: 1 }", 3, "needs the key \"years\""),
    ("name: x\ndeviations:\n  - growth: { powers: CHN, years: +1 }", 3, "\"add\" and \"rate\""),
    ("name: x\ndeviations:\n  - growth: { powers: Chiina, years: +1, add: 1 }", 3, "China"),
    (
      "name: x\ndeviations:\n  - growth:\n      powers: CHN\n      years: 2020\n      add: 1", 5,
      "not after the origin, 2025"
    ),
    ("name: x\ndeviations:\n  - growth: { powers: CHN, years: 2030 to 2028, add: 1 }", 3, "before"),
    ("name: x\ndeviations:\n  - growth: { powers: CHN, years: soon, add: 1 }", 3, "soon"),
    (
      "name: x\ndeviations:\n  - growth: { powers: CHN, years: +1, add: 0.015 }", 3,
      "percentage points"
    ),
    ("name: x\ndeviations:\n  - growth: { powers: CHN, years: +1, add: 90 }", 3, "at most 25"),
    ("name: x\ndeviations:\n  - growth: { powers: CHN, years: +1, add: fast }", 3, "a number"),
    ("name: x\ndeviations:\n  - burden: { powers: CHN, path: { 2035: 3 } }", 3, "0.03 or 3.0 %"),
    ("name: x\ndeviations:\n  - burden: { powers: CHN, path: { 2035: -0.03 } }", 3, "negative"),
    ("name: x\ndeviations:\n  - burden: { powers: CHN, path: { 2019: 3 % } }", 3, "origin"),
    ("name: x\ndeviations:\n  - price_level: { powers: CHN, path: { 2035: 65 } }", 3, "ratio"),
    (
      "name: x\ndeviations:\n  - price_level: { powers: CHN, by: 2030, appreciation: 30 }", 3,
      "30.0 %"
    ),
    (
      "name: x\ndeviations:\n  - level: { indicator: burdn, powers: CHN, path: { 2035: 1 } }", 3,
      "burden"
    ),
    ("name: x\ndeviations:\n  - population: { powers: CHN, variant: hgih }", 3, "high"),
    ("name: x\ndeviations:\n  - slowdown: { powers: CHN, years: +1, probability: 5 }", 3, "0.05"),
    (
      "name: x\ndeviations:\n  - slowdown: { powers: CHN, years: +1, probability: -0.1 }", 3,
      "negative"
    ),
    ("name: x\ndeviations:\n  - membership: { coalition: NTAO, from: +5, leave: USA }", 3, "NATO"),
    ("name: x\ndeviations:\n  - sanctions: { powers: RUS, years: +1, drag: -1 }", 3, "negative"),
    (
      "name: x\ndeviations:\n  - conditions:\n    - { power: CHN, of: gdp.pp, growth: { 2026: 4 } }",
      4, "indicator"
    ),
    (
      "name: x\ndeviations:\n  - conditions:\n    - { power: CHN, of: gdp.ppp, growth: { 2027: 4 } }",
      4, "2026"
    ),
    ("name: x\ndeviations: []\nname: y", 1, "twice"),
    ("name: x\ndeviations:\n  - {", 4, "YAML"),
    ("", 1, "empty"),
    ("name: x\ndeviations: none", 2, "dash"),
  ])
  func `a defect names its line and what was meant`(
    text: String, line: Int, word: String
  ) throws {
    let defect = #expect(throws: ScenarioDefect.self) { try read(text) }
    #expect(defect?.line == line, "\(defect.map(String.init(describing:)) ?? "")")
    #expect(defect?.problem.contains(word) == true, "\(defect?.problem ?? "")")
    #expect(defect?.problem.contains("\n") == false)
  }

  /// Eight of them, each read without a defect at an origin of long ago as well as at the last.
  @Test(arguments: [2025, 2030])
  func `the scenarios beside the figures say who argued so`(origin: Int) throws {
    let folder = embeddedFolder + "/scenarios"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files.count == 8)
    for file in files {
      let scenario = try Scenario(
        reading: String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8), file: file,
        data: EmbeddedFigures.data(), origin: origin)
      #expect(scenario.name + ".yaml" == file)
      #expect(scenario.sentence.hasSuffix("."))
      #expect(!scenario.description.isEmpty && !scenario.source.isEmpty)
      #expect(scenario.deviations.isEmpty == (scenario.name == "baseline"))
    }
  }
}
