import Archive
import Datasets
import Panels
import Testing

@testable import Updates

/// Figures made by hand, each with one thing wrong.
@Suite("Plausibility")
struct PlausibilityTests {
  let table = SourceTable(
    source: .nationalMaterialCapabilities, edition: "1",
    figures: Self.made("milex", "CHN", [1990: 10, 1991: 11])
      + Self.made("milex", "CRI", [1990: 0, 1991: 0]))

  @Test func `a zero after zeros is a figure, after others it is a gap`() {
    let findings = doubts([
      "CHN": [1990: 10, 1991: 11, 1992: 0], "CRI": [1990: 0, 1991: 0, 1992: 0],
    ])
    #expect(findings.map(\.check) == [.zero])
    #expect(findings.map(\.power) == ["CHN"])
    #expect(findings.map(\.year) == [1992])
  }

  @Test func `figures below nought are out of range`() {
    let findings = doubts(["CHN": [1990: 10, 1991: -11], "CRI": [1990: 0, 1991: 0]])
    #expect(findings.map(\.check) == [.range])
  }

  /// exp(0.62) = 1.859; by hand.
  @Test func `the stated limit is a factor`() {
    #expect(doubts(["CHN": [1990: 18.5, 1991: 11], "CRI": [1990: 0, 1991: 0]]).isEmpty)
    #expect(
      doubts(["CHN": [1990: 18.6, 1991: 11], "CRI": [1990: 0, 1991: 0]]).map(\.check) == [.revision]
    )
  }

  /// Three vintages in which the series moved by a tenth at most.
  @Test func `a series is held to its own revisions, once it was revised in three vintages`() {
    let revisions = [("10", "11"), ("11", "10.5"), ("10.5", "10")].enumerated().map {
      FigureRevision(
        table: "nmc.csv", series: "milex", vintage: $0 + 2, older: $1.0, newer: $1.1)
    }
    let limits = RevisionLimits(of: .nationalMaterialCapabilities, revisions: revisions)
    #expect(doubts(["CHN": [1990: 10.9, 1991: 11], "CRI": [1990: 0, 1991: 0]], limits).isEmpty)
    let wide = doubts(["CHN": [1990: 11.1, 1991: 11], "CRI": [1990: 0, 1991: 0]], limits)
    #expect(wide.map(\.check) == [.revision])
    let few = RevisionLimits(
      of: .nationalMaterialCapabilities, revisions: Array(revisions.prefix(2)))
    #expect(doubts(["CHN": [1990: 11.1, 1991: 11], "CRI": [1990: 0, 1991: 0]], few).isEmpty)
    let other = RevisionLimits(of: .worldBank, revisions: revisions)
    #expect(doubts(["CHN": [1990: 11.1, 1991: 11], "CRI": [1990: 0, 1991: 0]], other).isEmpty)
  }

  @Test func `a series that ends earlier than before stays as it was`() {
    let findings = doubts(["CHN": [1990: 10], "CRI": [1990: 0]])
    #expect(findings.map(\.check) == [.vanishedYears])
    #expect(findings.map(\.consequence) == [.withheld] && findings[0].power == nil)
    let one = doubts(["CHN": [1990: 10], "CRI": [1990: 0, 1991: 0]])
    #expect(one.map(\.check) == [.vanishedYears])
    #expect(one.map(\.power) == ["CHN"])
  }

  @Test func `a series that lost most of its countries refuses the delivery`() {
    let many = SourceTable(
      source: .nationalMaterialCapabilities, edition: "1",
      figures: ["CHN", "USA", "GBR", "FRA", "DEU"].flatMap { Self.made("milex", $0, [1990: 1]) })
    let delivery = Delivery(
      source: .nationalMaterialCapabilities, edition: "2",
      figures: Self.made("milex", "CHN", [1990: 1]))
    let findings = Plausibility(delivery: delivery, table: many, limits: Self.stated).findings()
    #expect(findings.first?.check == .vanishedSeries)
    #expect(findings.first?.consequence == .refused)
  }

  /// What is withheld stays, what is new comes, and other series are not touched.
  @Test func `belief joins the old and the new`() {
    let older = SourceTable(
      source: .nationalMaterialCapabilities, edition: "1",
      figures: table.figures + Self.made("irst", "CHN", [1990: 5]))
    let delivery = Delivery(
      source: .nationalMaterialCapabilities, edition: "2",
      figures: Self.made("milex", "CHN", [1990: 99])
        + Self.made("milex", "CRI", [1990: 0, 1991: 0, 1992: 0]))
    let findings = Plausibility(delivery: delivery, table: older, limits: Self.stated).findings()
    let believed = delivery.believed(over: older, withholding: findings)
    #expect(
      believed.figures
        == (Self.made("irst", "CHN", [1990: 5]) + Self.made("milex", "CHN", [1990: 10, 1991: 11])
        + Self.made("milex", "CRI", [1990: 0, 1991: 0, 1992: 0])).sorted())
    #expect(believed.edition(of: "milex") == "2")
    #expect(believed.edition(of: "irst") == "1")
  }

  private static let stated = RevisionLimits(of: .nationalMaterialCapabilities)

  private func doubts(
    _ courses: [String: [Int: Double]], _ limits: RevisionLimits = Self.stated
  ) -> [Finding] {
    let delivery = Delivery(
      source: .nationalMaterialCapabilities, edition: "2",
      figures: courses.flatMap { Self.made("milex", $0.key, $0.value) })
    return Plausibility(delivery: delivery, table: table, limits: limits).findings()
  }

  private static func made(
    _ series: String, _ code: String, _ course: [Int: Double]
  ) -> [Figure] {
    course.map { Figure(power: Power(code), year: $0.key, series: series, value: $0.value) }
  }
}
