import Forecasting
import Panels
import TestSupport
import Testing

@testable import Reports

@Suite(
  "The page in a browser", .serialized,
  .enabled(if: Browser.found != nil, "no Chromium is installed"))
struct BrowserTests {
  static let widths = [360, 720, 1200]

  /// By another program: Chromium lays the page out and its boxes are compared.
  @Test(arguments: Browser.Scheme.allCases)
  func `holds its words`(scheme: Browser.Scheme) async throws {
    let findings = try await MadeUp.findings()
    let report = try Report(findings)
    try expectSound(report, scheme)
  }

  /// By another program: twelve measures, the longest names, a coalition.
  @Test func `holds the words of many measures`() async throws {
    let contest = try MadeUp.contest(["CHN", "RUS", "IND"], ["USA"])
    let measures = (0..<12).map { index in
      Measure(
        name: "measure.\(index)", title: "a measure of power with quite a long name, \(index)",
        unit: "units", formula: .indicator(.population))
    }
    let forecasts = measures.enumerated().map { index, measure in
      MadeUp.forecast(
        measure, contest, ratio: index < 8 ? 0.5 : 1.4, probability: 0.5 + 0.01 * Double(index))
    }
    let findings = try await MadeUp.findings(of: forecasts)
    try expectSound(Report(findings), .light)
  }

  private func expectSound(_ report: Report, _ scheme: Browser.Scheme) throws {
    let page = try #require(report.files.first { $0.path == "report.html" })
    let browser = try #require(Browser.found)
    let found = try browser.measure(page.text, widths: Self.widths, scheme)
    #expect(found.defects.isEmpty, "\(found.defects.joined(separator: "\n"))")
    #expect(found.console.isEmpty, "\(found.console.joined(separator: "\n"))")
    for width in Self.widths {
      let charts = found.facts["charts-\(width)"].flatMap { Int($0) } ?? 0
      let texts = found.facts["texts-\(width)"].flatMap { Int($0) } ?? 0
      #expect(charts == report.files.count { $0.path.hasPrefix("charts/") })
      #expect(texts > 20 * charts)
      #expect(found.facts["paper-\(width)"] == (scheme == .dark ? "21,24,28" : "255,255,255"))
    }
  }

  /// By hand: a page with one of each defect, so that a sound page means something.
  @Test func `measurement finds what is wrong`() throws {
    let browser = try #require(Browser.found)
    let page = """
      <!DOCTYPE html><html><head><title>x</title></head><body style="background:#fff;margin:0">
      <h1>One</h1><h3>Three</h3><p style="color:#bbb">pale</p><div style="width:2000px">wide</div>
      <svg width="300" height="100"><text x="10" y="50">first</text><text x="12" y="52">second</text>
      <text x="290" y="20">leaves</text></svg><script>nowhere()</script></body></html>
      """
    let found = try browser.measure(page, widths: [360], .light)
    for kind in ["scroll", "overlap", "outside", "contrast", "heading"] {
      #expect(found.defects.contains { $0.hasPrefix("360 \(kind):") }, "\(kind)")
    }
    #expect(found.defects.count == 5, "\(found.defects)")
    #expect(found.console.count == 1)
  }
}
