import Datasets

extension ReportSection {
  /// Where the figures come from, and under which terms.
  static let sources = ReportSection(
    name: "sources", template: PackageResources.sources_mustache
  ) { findings in
    let sources = PageSources(findings)
    return SectionContent(tables: [
      "publishers": publishers(of: sources.figures, sources.relations)
    ])
  }

  /// A row a publisher of ours with its terms, then what the reader brought along.
  private static func publishers(of names: [String], _ relations: [Source]) -> Table {
    func isOf(_ source: Source, _ name: String) -> Bool { name.hasPrefix(source.publisher) }
    func row(_ source: Source, _ editions: String) -> [Table.Cell] {
      [.text(editions), .text(source.title), .text(source.licence.title), .text(source.citation)]
    }
    let known = Source.known.compactMap { source -> [Table.Cell]? in
      let editions = names.filter { isOf(source, $0) }
      return editions.isEmpty ? nil : row(source, editions.joined(separator: "; "))
    }
    let pairs = relations.map { row($0, "\($0.publisher) \($0.edition)") }
    let others = names.filter { name in !Source.known.contains { isOf($0, name) } }
    return Table(
      "report sources", columns: ["Source", "Title", "Licence", "Citation"],
      rows: known + pairs + others.map { [.text($0), .missing, .missing, .missing] })
  }
}
