import Forecasting
import Foundation
import Panels
import TestSupport
import Testing

@testable import Reports

@Suite("Report")
struct ReportTests {
  private func text(_ path: String, _ report: Report) throws -> String {
    try #require(report.files.first { $0.path == path }).text
  }

  /// By law: the same findings give the same bytes.
  @Test func `is the same every time`() async throws {
    let (one, other) = (try await MadeUp.findings(), try await MadeUp.findings())
    #expect(try Report(one).files == Report(other).files)
  }

  @Test func `reads in Markdown as it did`() async throws {
    let findings = try await MadeUp.findings()
    try expectSnapshot(text("report.md", Report(findings)), named: "report.md")
  }

  /// By law: nothing is fetched, nothing runs, and it is small enough to be sent about.
  @Test func `needs nothing but itself`() async throws {
    let findings = try await MadeUp.findings()
    let page = try text("report.html", Report(findings))
    for forbidden in ["<script", "<link", "<img", "@import", "url(", "src="] {
      #expect(!page.replacing("clip-path=\"url(#", with: "").contains(forbidden), "\(forbidden)")
    }
    #expect(page.utf8.count < 1_500_000)
  }

  /// By law: a tag that is left over, or a name twice, would be a defect of a template.
  @Test(arguments: PageForm.allCases)
  func `fills every tag`(form: PageForm) async throws {
    let findings = try await MadeUp.findings()
    let page = try text(form.file, Report(findings))
    #expect(!page.contains("{{"))
    #expect(!page.contains("Optional("))
    for section in ReportSection.all where form == .html {
      #expect(page.split(separator: "id=\"\(section.name)\"").count == 2, "\(section.name)")
    }
    let ids = page.matches(of: /id="([^"]+)"/).map(\.output.1)
    #expect(Set(ids).count == ids.count)
  }

  /// By law: every chart is on both pages, and its numbers are in a table.
  @Test func `shows every chart with its numbers`() async throws {
    let findings = try await MadeUp.findings()
    let report = try Report(findings)
    let markdown = try text("report.md", report)
    for chart in ProjectChart.allCases {
      #expect(markdown.contains("(charts/\(chart.file))"), "\(chart)")
      #expect(try text("tables/\(chart.rawValue).csv", report).split(separator: "\n").count > 1)
      #expect(try text("charts/\(chart.file)", report).hasPrefix("<svg"))
    }
    let html = try text("report.html", report)
    #expect(html.split(separator: "<figure>").count - 1 == ProjectChart.allCases.count)
  }

  /// By another program: Foundation's reader of XML takes every chart.
  @Test func `escapes what names hold`() async throws {
    let contest = try Contest(
      challenger: Side(name: "A<b> & \"c\" {{answer}}", members: ["CHN", "RUS", "IND", "GBR"]),
      incumbent: Side(name: "شرق", members: ["USA", "DEU"]))
    let forecast = MadeUp.forecast(.outputMER, contest, ratio: 0.5, probability: 0.5)
    let findings = try await MadeUp.findings(of: [forecast])
    let report = try Report(findings)
    let page = try text("report.html", report)
    #expect(!page.contains("A<b>"))
    #expect(page.contains("A&lt;b&gt; &amp; &quot;c&quot; {{answer}}"))
    #expect(page.contains("شرق"))
    for file in report.files where file.path.hasPrefix("charts/") {
      #expect(file.text.contains("شرق") || !file.text.contains("A<b>"))
    }
  }

  /// By hand: what does not apply to the sides has its heading, and one line on why.
  @Test func `says why it leaves a section out`() async throws {
    let contest = try Contest(
      challenger: Side(name: "NATO", members: ["USA", "GBR"]),
      incumbent: Side(name: "CHN+RUS", members: ["CHN", "RUS"]))
    let forecast = MadeUp.forecast(.outputMER, contest, ratio: 0.5, probability: 0.5)
    let findings = Findings(
      [forecast], context: MadeUp.context(contest),
      balance: BalanceFindings(
        threat: ThreatContestChart(contest, MadeUpWorld.relations, names: MadeUp.names),
        armsRace: BalanceFindings.armsRaces(contest, in: MadeUp.names),
        coalitions: LeaderCoalitions(contest, in: MadeUp.names)))
    let page = try text("report.md", Report(findings))
    #expect(page.contains("NATO means its members of today, in every year."))
    #expect(page.contains("Left out: China and Russia are in no defence alliance on record"))
    #expect(page.contains("Left out: votes and agreements are compared"))
    #expect(page.contains("For NATO its largest economy, the United States, stands here."))
    #expect(page.contains("For China and Russia their largest spender, "))
    #expect(page.contains("A side of several threatens as its most threatening member does."))
  }

  /// By law: with figures of one's own there is less to show, and nothing is said of the rest.
  @Test func `leaves out what the figures do not hold`() throws {
    let forecasts = try MadeUp.forecasts()
    let context = ChartContext(
      forecasts[0].contest, names: DataSet(panels: [], entities: [], checksum: "sha256:0"),
      simulation: .init(origin: 2025, horizon: 50, futures: 1000, seed: 7, model: "pooled"),
      sources: ["mine.csv"], checksum: "sha256:0")
    let report = try Report(Findings(forecasts, context: context))
    let page = try text("report.html", report)
    #expect(page.contains("mine.csv"))
    #expect(page.contains("No record of the models in use"))
    #expect(!page.contains("id=\"balance\""))
    #expect(!page.contains("id=\"published\""))
    #expect(report.files.contains { $0.path == "charts/ratio-fans.svg" })
    #expect(!report.files.contains { $0.path == "charts/burden.svg" })
  }
}
