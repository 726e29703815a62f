import Charts
import Forecasting
import Panels
import TestSupport
import Testing

@testable import Reports

@Suite("Project charts")
struct ProjectChartTests {
  @Test(arguments: ProjectChart.allCases, [360, 720, 1200])
  func `look as they did`(name: ProjectChart, width: Int) throws {
    let forecasts = try MadeUp.forecasts()
    let chart = name.chart(of: forecasts, context: MadeUp.context(forecasts[0].contest))
    try expectSnapshot(
      chart.resized(to: Double(width)).render(), named: "\(name.rawValue)-\(width).svg")
  }

  /// By law: on no, one or all measures ahead there is something to see, and nothing unsaid.
  @Test(arguments: ProjectChart.allCases, [[0.5], [1.5], [0.5, 0.6], [1.5, 1.6], [0.5, 1.5]])
  func `are drawn whoever leads`(name: ProjectChart, ratios: [Double]) throws {
    let contest = try MadeUp.contest(["CHN", "RUS"], ["USA"])
    let forecasts = zip(Measure.catalogue, ratios).map {
      MadeUp.forecast($0, contest, ratio: $1, probability: 0.25)
    }
    let chart = name.chart(of: forecasts, context: MadeUp.context(contest))
    let text = chart.render()
    #expect(!text.contains("no data"))
    #expect(!text.lowercased().contains("nan"))
    #expect(chart.description.contains("China and Russia"))
    #expect(!chart.title.hasSuffix("."))
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
