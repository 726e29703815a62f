public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The World Bank: its API, version 2, and its bulk tables.
///
/// **Source.** World Bank, *Developer Information: API documentation*, basic call structure,
/// aggregates and errors; the wide CSV files of an indicator and of the whole database.
public struct WorldBank: Publisher {
  /// How many rows to ask for at once; a whole indicator has some 17,000.
  public var rowsPerPage = 20_000
  /// More pages than any indicator has.
  static let mostPages = 2000

  public init() {}

  public var source: Source { .worldBank }
  public var base: String { "https://api.worldbank.org" }

  /// What the name of each indicator says of its unit, between parentheses.
  static let units = [
    "NY.GDP.MKTP.CD": "current US$",
    "NY.GDP.MKTP.PP.KD": "constant 2021 international $",
    "NY.GDP.MKTP.KD.ZG": "annual %",
    "PA.NUS.FCRF": "LCU per US$, period average",
    "MS.MIL.XPND.GD.ZS": "% of GDP",
  ]

  func address(_ indicator: String, page: Int, at base: String) -> String {
    "\(base)/v2/country/all/indicator/\(indicator)"
      + "?format=json&per_page=\(rowsPerPage)&page=\(page)"
  }

  public func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    let known = Dictionary(receipts.map { ($0.address, $0) }, uniquingKeysWith: { $1 })
    var hasChanged = false
    for rule in source.series {
      let first = address(rule.name, page: 1, at: base)
      if try await document(at: first, with: client, known[first], at: time) != nil {
        hasChanged = true
        break
      }
    }
    guard hasChanged else { return nil }
    var documents: [Document] = []
    for rule in source.series {
      documents += try await pages(of: rule.name, from: base, with: client, at: time)
    }
    return documents
  }

  /// Every page of an indicator.
  private func pages(
    of indicator: String, from base: String, with client: any HTTPFetching, at time: Date
  ) async throws(FetchError) -> [Document] {
    var documents: [Document] = []
    var count = 1
    repeat {
      let page = address(indicator, page: documents.count + 1, at: base)
      guard let document = try await document(at: page, with: client, nil, at: time) else { break }
      documents.append(document)
      count = min(WorldBankPage.count(of: document) ?? 1, Self.mostPages)
    } while documents.count < count
    return documents
  }

  public func recognises(_ document: Document) -> Bool {
    switch document.contents {
    case .json:
      guard let page = try? WorldBankPage(document, of: self) else { return false }
      return page.rows.contains { row in source.series.contains { $0.name == row.indicator.id } }
    case .tables:
      return isTable(document, with: ["Country Code", "Indicator Code"])
        || isTable(document, with: ["Country Code", "Series Code"])
    default: return false
    }
  }

  public func read(_ documents: [Document]) throws(Finding) -> Delivery {
    var collector = FigureCollector(source)
    var pages: [WorldBankPage] = []
    var editions: [String] = []
    for document in documents {
      switch document.contents {
      case .json: pages.append(try WorldBankPage(document, of: self))
      case .tables(let tables):
        for table in tables { editions.append(try read(table, into: &collector)) }
      default: throw stranger(document, expected: "JSON of the API, or a bulk table as CSV")
      }
    }
    editions += try read(pages, into: &collector)
    return try collector.delivery(edition: editions.max() ?? source.edition)
  }

  /// Checks what an indicator is called against the unit that is expected.
  func checkUnit(_ title: String, of indicator: String) throws(Finding) {
    guard let unit = Self.units[indicator], let open = title.lastIndex(of: "("),
      !title.contains(unit)
    else { return }
    let found = title[open...]
    let isBaseYear = found.contains("constant") && unit.contains("constant")
    throw Finding(
      isBaseYear ? .baseYear : .unit, .refused, source: source.name, series: indicator,
      found: "“\(title)”", expected: "(\(unit))")
  }
}
