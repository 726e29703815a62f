import Charts

/// A chart on the page: wide for desks and paper, narrow for phones.
struct PageFigure: Sendable {
  let name: ProjectChart
  let chart: Chart
  let table: Table

  init(_ name: ProjectChart, _ chart: Chart, _ table: Table) {
    self.name = name
    self.chart = chart
    self.table = table
  }

  /// The width of a chart on a phone of 360 pixels, without margins.
  private static let narrowWidth = 328.0

  /// What the template of a figure needs.
  func values(in form: PageForm) -> [String: String] {
    switch form {
    case .html:
      [
        "wide": chart.renderInPage(),
        "narrow": chart.resized(to: Self.narrowWidth).renderInPage(),
        "numbers": "tables/\(name.rawValue).csv",
      ]
    case .markdown:
      [
        "title": chart.title, "file": "charts/\(name.file)",
        "numbers": "tables/\(name.rawValue).csv",
      ]
    }
  }
}
