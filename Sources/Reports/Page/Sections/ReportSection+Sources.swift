import Datasets

extension ReportSection {
  /// Where the figures come from, and under which terms.
  static let sources = ReportSection(
    name: "sources", template: PackageResources.sources_mustache
  ) { findings in
    SectionContent(tables: ["publishers": publishers(of: findings.context.sources)])
  }

  /// A row a publisher of ours with its terms, then what the reader brought along.
  private static func publishers(of names: [String]) -> Table {
    func isOf(_ source: Source, _ name: String) -> Bool { name.hasPrefix(source.publisher) }
    let known = Source.all.compactMap { source -> [Table.Cell]? in
      let editions = names.filter { isOf(source, $0) }
      guard !editions.isEmpty else { return nil }
      return [
        .text(editions.joined(separator: "; ")), .text(source.title), .text(source.licence.title),
        .text(source.citation),
      ]
    }
    let others = names.filter { name in !Source.all.contains { isOf($0, name) } }
    return Table(
      "report sources", columns: ["Source", "Title", "Licence", "Citation"],
      rows: known + others.map { [.text($0), .missing, .missing, .missing] })
  }
}
