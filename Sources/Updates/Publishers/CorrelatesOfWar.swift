public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The Correlates of War project: the table of National Material Capabilities, −9 where missing.
public struct CorrelatesOfWar: Publisher {
  public init() {}

  public var source: Source { .nationalMaterialCapabilities }
  public var base: String { "https://correlatesofwar.org" }
  /// The archive of version 7.0, with the abridged table in an archive of its own.
  static let path = "/wp-content/uploads/NMCv7.zip"
  static let columns = ["stateabb", "ccode", "year", "cinc"]

  public func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    try await documents(at: [base + Self.path], with: client, since: receipts, at: time)
  }

  public func recognises(_ document: Document) -> Bool {
    isTable(document, with: Self.columns)
  }

  public func read(_ documents: [Document]) throws(Finding) -> Delivery {
    var collector = FigureCollector(source)
    var edition = source.edition
    for document in documents {
      let expected = "the table of National Material Capabilities"
      let tables = try tables(of: document, expected: expected)
      // An archive has the abridged table and the one with sources; one of them is enough.
      guard
        let table = tables.first(where: { $0.name.lowercased().contains("abridged") })
          ?? tables.first
      else { throw stranger(document, expected: expected) }
      edition = Self.edition(table.name) ?? edition
      try read(
        try HeadedTable(table, headedBy: Self.columns, source: source), into: &collector)
    }
    return try collector.delivery(edition: edition)
  }

  private func read(
    _ table: HeadedTable, into collector: inout FigureCollector
  ) throws(Finding) {
    let series = source.series.map(\.name)
    let places = try table.places(of: ["ccode", "year"] + series)
    let states = CorrelatesOfWarStates()
    try table.forEach(places) { row throws(Finding) in
      guard let number = Int(row[0].text), let year = Int(row[1].text) else {
        throw collector.refusal(
          .year, found: "“\(row[0].text)” and “\(row[1].text)”",
          expected: "the number of a state and a year")
      }
      guard let code = states.code(of: number, in: year) else {
        return collector.pass("state \(number)")
      }
      for (cell, name) in zip(row.dropFirst(2), series) where !cell.isBlank {
        let value = try collector.number(cell, name, of: code, in: year)
        if value != -9 { try collector.add(value, name, of: code, in: year) }
      }
    }
  }

  /// `NMC-70-abridged.csv` is version 7.0, `NMC_v7_abridged.csv` too.
  private static func edition(_ name: String) -> String? {
    let digits = name.drop { !$0.isNumber }.prefix { $0.isNumber }
    guard let first = digits.first else { return nil }
    return "\(first).\(digits.count > 1 ? String(digits.dropFirst()) : "0")"
  }
}
