import Charts
import Forecasting
import Panels
import TestSupport
import Testing

@testable import Reports

@Suite("Project charts")
struct ProjectChartTests {
  @Test(arguments: ProjectChart.allCases, [360, 720, 1200])
  func `look as they did`(name: ProjectChart, width: Int) async throws {
    let findings = try await MadeUp.findings()
    let drawing = try #require(name.drawing(of: findings))
    try expectSnapshot(
      drawing.chart.resized(to: Double(width)).render(), named: "\(name.rawValue)-\(width).svg")
    try expectSnapshot(
      drawing.table.rendered(as: .csv), named: "\(name.rawValue).csv")
  }

  /// By law: on no, one or all measures ahead there is something to see, and nothing unsaid.
  @Test(arguments: ProjectChart.allCases, [[0.5], [1.5], [0.5, 0.6], [1.5, 1.6], [0.5, 1.5]])
  func `are drawn whoever leads`(name: ProjectChart, ratios: [Double]) async throws {
    let contest = try MadeUp.contest(["CHN", "RUS"], ["USA"])
    let forecasts = zip(Measure.catalogue, ratios).map {
      MadeUp.forecast($0, contest, ratio: $1, probability: 0.25)
    }
    let findings = try await MadeUp.findings(of: forecasts)
    let drawing = try #require(name.drawing(of: findings))
    let chart = drawing.chart
    #expect(!drawing.table.rows.isEmpty)
    let text = chart.render()
    #expect(!text.contains("no data"))
    #expect(!text.lowercased().contains("nan"))
    #expect(!chart.description.isEmpty)
    #expect(!chart.title.hasSuffix("."))
  }

  private func title(_ name: ProjectChart, ratio: Double, _ probability: Double) async throws
    -> String
  {
    let contest = try MadeUp.contest(["CHN"], ["USA"])
    let forecast = MadeUp.forecast(.outputMER, contest, ratio: ratio, probability: probability)
    let findings = try await MadeUp.findings(of: [forecast])
    let drawing = try #require(name.drawing(of: findings))
    return String(drawing.chart.title.map { $0 == "\u{A0}" ? " " : $0 })
  }

  /// By hand: spread evenly, a certain crossing has a chance of one in ten after 5 of 50 years.
  @Test func `tell the years of a crossing`() async throws {
    let years = ProjectChart.crossingYears
    let passes = "pass the United States on GDP at market exchange rates"
    #expect(
      try await title(years, ratio: 0.5, 1)
        == "China may \(passes) as early as 2030, or as late as 2070")
    #expect(
      try await title(years, ratio: 0.5, 0.5)
        == "China may \(passes) as early as 2035, or not by 2075")
    #expect(
      try await title(years, ratio: 0.5, 0.05)
        == "China has less than one chance in ten to \(passes) by 2075")
    #expect(
      try await title(years, ratio: 0.5, 0)
        == "China has no chance in the futures drawn to \(passes) by 2075")
    #expect(
      try await title(years, ratio: 1.5, 0)
        == "The United States has no chance in the futures drawn to pass China again on GDP at "
        + "market exchange rates by 2075")
  }

  @Test func `tell who ranks first and whose share moves most`() async throws {
    #expect(
      try await title(.powers, ratio: 0.5, 0.5)
        == "In 2075 China ranks first on GDP at market exchange rates in 50 % of futures, "
        + "India in 30 %, the United States in 20 %")
    #expect(
      try await title(.worldShares, ratio: 0.5, 0.5)
        == "The United Kingdom’s share of the world’s GDP at market exchange rates grows most "
        + "by 2075, from 6 % to 15 %; China’s shrinks most, from 24 % to 13 %")
  }

  /// By law: smoothing moves probability between years and loses none.
  @Test(arguments: [0, 0.3, 1])
  func `keep the mass of a ridge`(probability: Double) throws {
    let contest = try MadeUp.contest(["CHN"], ["USA"])
    let ridge = Ridge(
      MadeUp.forecast(.outputMER, contest, ratio: 0.5, probability: probability).crossing)
    #expect(abs(ridge.densities.reduce(ridge.never, +) - 1) < 1e-12)
  }

  @Test func `ask for trajectories of measures that were forecast`() {
    #expect(
      ProjectChart.worldShares.trajectoryMeasures(among: Measure.catalogue)
        == [.outputPPP, .capability])
    #expect(ProjectChart.powers.trajectoryMeasures(among: [.spendingMER]) == [.spendingMER])
    #expect(ProjectChart.ratioFans.trajectoryMeasures(among: Measure.catalogue).isEmpty)
  }

  @Test func `name sources, seed, data and record`() throws {
    let context = MadeUp.context(try MadeUp.contest(["CHN"], ["USA"]))
    #expect(
      context.footer() == [
        "Sources: World Bank 2026-02 and 2026-07, Maddison Project 2023. Figures to 2025.",
        "1,000 joint futures of 2026–2075, model pooled, seed 7, data 0123456789ab. "
          + "No record of past forecasts stands behind these probabilities yet.",
      ])
  }
}
