public import Datasets
import Panels

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The Stockholm International Peace Research Institute: the workbook of military expenditure.
///
/// A sheet a quantity: a preamble, a header with `Country`, `Notes` and the years, headings of
/// regions, a row a country. `...` is a figure that is not known, `xxx` a country that did not
/// exist; both stay apart.
public struct PeaceResearchInstitute: Publisher {
  public init() {}

  public var source: Source { .sipri }
  public var base: String { "https://www.sipri.org" }
  /// The edition of April 2026; each has a name of its own.
  static let path = "/sites/default/files/SIPRI-Milex-data-1949-2025_v1.2.xlsx"

  public func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    try await documents(at: [base + Self.path], with: client, since: receipts, at: time)
  }

  public func recognises(_ document: Document) -> Bool {
    guard case .workbook(let workbook) = document.contents else { return false }
    return workbook.sheets.contains("Share of GDP")
      || workbook.sheets.contains { $0.hasPrefix("Constant (") }
  }

  public func read(_ documents: [Document]) throws(Finding) -> Delivery {
    var collector = FigureCollector(source)
    var edition = ""
    for document in documents {
      let workbook = try workbook(in: document, expected: "the workbook of SIPRI")
      for (series, sheet) in try sheets(of: workbook, collector) {
        let table = try HeadedTable(
          rows: try rows(of: sheet, in: workbook), named: sheet, headedBy: ["Country"],
          source: source)
        edition = max(edition, try read(table, series, into: &collector))
      }
    }
    let delivery = try collector.delivery(edition: edition)
    try checkUnits(of: delivery, collector)
    return delivery
  }

  /// The sheet of each series.
  private func sheets(
    of workbook: Workbook, _ collector: FigureCollector
  ) throws(Finding) -> [(series: String, sheet: String)] {
    let expected: [(series: String, names: [String])] = [
      ("share-of-gdp", ["Share of GDP"]), ("current-usd", ["Current US$", "Current USD"]),
      ("constant-usd", ["Constant ("]),
    ]
    var found: [(series: String, sheet: String)] = []
    for (series, names) in expected {
      let sheet = workbook.sheets.first { sheet in
        names.contains { $0.hasSuffix("(") ? sheet.hasPrefix($0) : sheet.trimmed == $0 }
      }
      guard let sheet else {
        throw collector.refusal(
          .sheet, series: series,
          found: "the sheets \(workbook.sheets.joined(separator: ", "))",
          expected: "a sheet “\(names[0])\(names[0].hasSuffix("(") ? "2024) US$" : "")”")
      }
      found.append((series, sheet))
    }
    return found
  }

  /// Reads a sheet.
  ///
  /// - Returns: The edition: the year of the copyright, or the one after the last figures.
  private func read(
    _ table: HeadedTable, _ series: String, into collector: inout FigureCollector
  ) throws(Finding) -> String {
    let years = table.years
    guard years.count >= 5 else {
      throw collector.refusal(
        .column, series: series, found: "\(years.count) columns of years in \(table.name)",
        expected: "a column a year")
    }
    let country = try table.places(of: ["Country"])
    let names = SIPRICountries()
    try table.forEach(country + years.map(\.place)) { row throws(Finding) in
      let cells = row.dropFirst()
      guard !row[0].isBlank, cells.contains(where: { !$0.isBlank }) else { return }
      guard let code = names[row[0].text] else {
        if cells.contains(where: { $0.number != nil }), !names.isRegion(row[0].text) {
          collector.pass(row[0].text)
        }
        return
      }
      for (cell, column) in zip(cells, years) {
        try read(cell, series, code, column.year, into: &collector)
      }
    }
    return Self.copyright(table) ?? "\((years.map(\.year).max() ?? 0) + 1)"
  }

  private func read(
    _ cell: Cell, _ series: String, _ code: String, _ year: Int,
    into collector: inout FigureCollector
  ) throws(Finding) {
    let text = cell.text
    if text.isEmpty { return }
    if text.allSatisfy({ [".", " ", "…"].contains($0) }) {
      collector.add(gap: .unavailable, series, of: code, in: year)
    } else if text.lowercased().allSatisfy({ $0 == "x" }) {
      collector.add(gap: .withoutState, series, of: code, in: year)
    } else {
      let value = try collector.number(cell, series, of: code, in: year)
      try collector.add(value, series, of: code, in: year)
    }
  }

  /// Half of the shares must be below a quarter: they are fractions of output, not percentages.
  private func checkUnits(of delivery: Delivery, _ collector: FigureCollector) throws(Finding) {
    let shares = delivery.figures.filter { $0.series == "share-of-gdp" }.map(\.value).sorted()
    if let middle = shares.isEmpty ? nil : shares[shares.count / 2], middle > 0.25 {
      throw collector.refusal(
        .unit, series: "share-of-gdp", found: "half of the shares above \(middle)",
        expected: "fractions of output, about 0.02")
    }
    let largest = delivery.figures.filter { $0.series == "current-usd" }.map(\.value).max() ?? 0
    guard largest == 0 || (10_000...100_000_000).contains(largest) else {
      throw collector.refusal(
        .unit, series: "current-usd", found: "\(largest) as the largest figure",
        expected: "millions of US $")
    }
  }

  /// The year in `© SIPRI 2026` above the header.
  private static func copyright(_ table: HeadedTable) -> String? {
    for text in table.preamble.joined().map(\.text) {
      guard let mark = text.range(ofText: "SIPRI ") else { continue }
      let year = text[mark...].prefix(4)
      if year.count == 4, Int(year) != nil { return String(year) }
    }
    return nil
  }
}

extension String {
  /// The place after the first occurrence of a text.
  func range(ofText text: String) -> Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
