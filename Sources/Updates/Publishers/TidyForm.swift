public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A source's own series in the tidy form `iso3,year,series,value`, as a mirror may keep them.
public struct TidyForm: Publisher {
  public let source: Source

  public init(of source: Source) { self.source = source }

  public var base: String { source.homepage }

  public func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    try await documents(
      at: ["\(base)/\(source.table)"], with: client, since: receipts, at: time)
  }

  static let columns = ["iso3", "year", "series", "value"]

  /// Whether the first figure is of one of the source's series.
  public func recognises(_ document: Document) -> Bool {
    guard isTable(document, with: Self.columns), case .tables(let tables) = document.contents,
      let table = tables.first,
      let headed = try? HeadedTable(table, headedBy: Self.columns, source: source),
      let places = try? headed.places(of: Self.columns)
    else { return false }
    var found: Set<String> = []
    // A file that cannot be read to its end is refused when it is read.
    try? headed.forEach([places[2]]) { row in found.insert(row[0].text) }
    return !found.isEmpty && found.isSubset(of: source.series.map(\.name))
  }

  public func read(_ documents: [Document]) throws(Finding) -> Delivery {
    var collector = FigureCollector(source)
    let series = Set(source.series.map(\.name))
    for document in documents {
      for table in try tables(of: document, expected: "a table iso3,year,series,value") {
        let headed = try HeadedTable(table, headedBy: Self.columns, source: source)
        try headed.forEach(try headed.places(of: Self.columns)) { row throws(Finding) in
          let (code, name) = (row[0].text, row[2].text)
          guard series.contains(name) else {
            throw collector.refusal(
              .kind, found: "the series “\(name)”",
              expected: "one of \(series.sorted().joined(separator: ", "))")
          }
          guard collector.knows(code) else { return collector.pass(code) }
          guard let year = Int(row[1].text) else {
            throw collector.refusal(
              .year, series: name, found: "“\(row[1].text)”", expected: "a year")
          }
          try collector.add(
            try collector.number(row[3], name, of: code, in: year), name, of: code, in: year)
        }
      }
    }
    return try collector.delivery(edition: source.edition)
  }
}
