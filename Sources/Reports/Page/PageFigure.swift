import Charts

/// A chart on the page: wide for desks and paper, narrow for phones.
struct PageFigure: Sendable {
  let name: ProjectChart
  let title: String
  let table: Table
  /// By itself, and in the page.
  let wide: (alone: String, inPage: String)
  let narrow: String

  init(_ name: ProjectChart, _ chart: Chart, _ table: Table) {
    self.name = name
    self.table = table
    title = chart.title
    wide = chart.texts
    narrow = chart.resized(to: Self.narrowWidth).renderInPage()
  }

  /// The width of a chart on a phone of 360 pixels, without margins.
  private static let narrowWidth = 328.0

  /// What the template of a figure needs.
  func values(in form: PageForm) -> [String: String] {
    switch form {
    case .html:
      ["wide": wide.inPage, "narrow": narrow, "numbers": "tables/\(name.rawValue).csv"]
    case .markdown:
      [
        "title": title, "file": "charts/\(name.file)",
        "numbers": "tables/\(name.rawValue).csv",
      ]
    }
  }
}
