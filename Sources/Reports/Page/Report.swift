import Charts
import Panels

/// One page about one contest, in HTML and Markdown, with its charts and the numbers behind it.
public struct Report: Sendable {
  /// A file of the report, by its path in the report's folder.
  public struct File: Equatable, Sendable {
    public let path: String
    public let text: String
  }

  /// The pages, then the charts, then the tables.
  public let files: [File]

  /// - Throws: `template` where a template of ours cannot be read.
  public init(_ findings: Findings) throws(ReportError) {
    let parts = concurrently(Part.all) { $0.made(of: findings) }
    let figures = parts.compactMap(\.figure)
    let sections = parts.compactMap(\.section)
    var pages: [File] = []
    for form in PageForm.allCases {
      pages.append(
        File(path: form.file, text: try Self.page(form, findings, figures, sections)))
    }
    let charts = figures.map { File(path: "charts/\($0.name.file)", text: $0.wide.alone) }
    let numbers =
      figures.map { ($0.name.rawValue, $0.table) }
      + sections.flatMap { section in
        section.content.tables.map { ("\(section.section.name)-\($0.key)", $0.value) }
      }
    files =
      pages + charts
      + concurrently(numbers) { File(path: "tables/\($0).csv", text: $1.rendered(as: .csv)) }
  }

  /// What is made by itself: a chart, or what a section tells.
  private enum Part: Sendable {
    case figure(ProjectChart)
    case section(ReportSection)

    /// Charts first, for they take longest.
    static let all =
      ProjectChart.allCases.map(Part.figure) + ReportSection.all.map(Part.section)

    /// Nothing where the findings hold none of what it shows.
    func made(of findings: Findings) -> Made {
      switch self {
      case .figure(let name):
        Made(
          figure: name.drawing(of: findings).map { PageFigure(name, $0.chart, $0.table) },
          section: nil)
      case .section(let section):
        Made(figure: nil, section: section.content(findings).map { (section, $0) })
      }
    }
  }

  private struct Made: Sendable {
    let figure: PageFigure?
    let section: (section: ReportSection, content: SectionContent)?
  }

  private static func page(
    _ form: PageForm, _ findings: Findings, _ figures: [PageFigure],
    _ sections: [(section: ReportSection, content: SectionContent)]
  ) throws(ReportError) -> String {
    let writer = try PageWriter(form)
    let pictures = Dictionary(
      uniqueKeysWithValues: figures.map { ("\($0.name)", $0.values(in: form) as Any) })
    let common = CommonWords(findings).values
    var written: [[String: Any]] = []
    for (section, content) in sections {
      let tables = content.tables.map {
        ($0.key, PageTable($0.value, name: "\(section.name)-\($0.key)").values as Any)
      }
      let values = common.merging(pictures) { $1 }.merging(content.words) { $1 }
        .merging(tables) { $1 }
      let (heading, words) = try writer.write(
        section, values, isLeftOut: content.reason != nil)
      written.append([
        "name": section.name, "heading": heading, "words": words,
        "short": String(heading.prefix { $0 != ":" }),
      ])
    }
    return writer.page(
      common.merging(["sections": written, "chartStyle": Chart.stylesheet]) { $1 })
  }
}
