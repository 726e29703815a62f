public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The International Monetary Fund: the DataMapper API, version 1.
///
/// The API does not say which years are projected; the years from that of the edition on are
/// kept apart as projections, earlier ones as they are.
/// **Source.** IMF, *DataMapper API documentation*.
public struct MonetaryFund: Publisher {
  public init() {}

  public var source: Source { .internationalMonetaryFund }
  public var base: String { "https://www.imf.org" }

  /// The Fund's names of the series and of their units.
  static let units = [
    "NGDPD": "Billions of U.S. dollars", "PPPGDP": "Purchasing power parity",
    "NGDP_RPCH": "Annual percent change", "LP": "Millions of people",
  ]
  /// Codes that are not those of the list of states.
  static let codes = ["UVK": "XKX", "KOS": "XKX", "WBG": "PSE"]

  public func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    let names = ["indicators"] + Self.units.keys.sorted()
    return try await documents(
      at: names.map { "\(base)/external/datamapper/api/v1/\($0)" }, with: client,
      since: receipts, at: time)
  }

  public func recognises(_ document: Document) -> Bool {
    guard case .json = document.contents, let answer = try? answer(in: document) else {
      return false
    }
    return (answer.values?.keys).map { $0.contains { Self.units[$0] != nil } }
      ?? (answer.indicators != nil)
  }

  public func read(_ documents: [Document]) throws(Finding) -> Delivery {
    var collector = FigureCollector(source)
    var answers: [Answer] = []
    for document in documents { answers.append(try answer(in: document)) }
    let indicators = answers.compactMap(\.indicators).reduce(into: [:]) {
      $0.merge($1) { $1 }
    }
    for (series, unit) in Self.units.sorted(by: { $0.key < $1.key }) {
      guard let found = indicators[series]?.unit, !found.contains(unit) else { continue }
      throw collector.refusal(.unit, series: series, found: "“\(found)”", expected: unit)
    }
    let values = answers.compactMap(\.values)
    let edition =
      Self.units.keys.sorted().compactMap { indicators[$0]?.source }
      .compactMap(WEOEdition.init).max() ?? WEOEdition(lastYear: Self.lastYear(values))
    for (series, countries) in values.flatMap(\.self) where Self.units[series] != nil {
      for (country, years) in countries {
        try read(series, country, years, edition, into: &collector)
      }
    }
    return try collector.delivery(edition: edition.name)
  }

  private func read(
    _ series: String, _ country: String, _ years: [String: Double?], _ edition: WEOEdition,
    into collector: inout FigureCollector
  ) throws(Finding) {
    let code = Self.codes[country] ?? country
    guard collector.knows(code) else {
      // Groups of countries have codes that are no letters alone, or of another length.
      if code.count == 3, code.allSatisfy(\.isLetter), !Self.groups.contains(code) {
        collector.pass(code)
      }
      return
    }
    for (text, value) in years {
      guard let year = Int(text) else {
        throw collector.refusal(.year, series: series, found: "“\(text)”", expected: "a year")
      }
      guard let value else { continue }
      let name = year < edition.year ? series : series + Source.projected
      try collector.add(value, name, of: code, in: year)
    }
  }

  private static func lastYear(_ values: [[String: [String: [String: Double?]]]]) -> Int {
    values.flatMap(\.values).flatMap(\.values).flatMap(\.keys).compactMap { Int($0) }.max() ?? 0
  }

  private static let groups: Set<String> = [
    "APQ", "AZQ", "CBQ", "CMQ", "EAQ", "EEQ", "EUQ", "MEQ", "NAQ", "NMQ", "PIQ", "SEQ", "SMQ",
    "SSQ", "WEQ", "WHQ", "OEM", "DA ", "EU ",
  ]

  struct Answer: Decodable {
    struct Indicator: Decodable {
      let unit: String?
      let source: String?
    }

    let values: [String: [String: [String: Double?]]]?
    let indicators: [String: Indicator]?
  }

  private func answer(in document: Document) throws(Finding) -> Answer {
    guard case .json(let bytes) = document.contents else {
      throw stranger(document, expected: "JSON of the DataMapper")
    }
    do {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(bytes))
      if answer.values != nil || answer.indicators != nil { return answer }
    } catch {
      throw Finding(
        .kind, .refused, source: source.name, found: "\(document.name), \(JSONFault(error))",
        expected: "values by series, country and year")
    }
    throw Finding(
      .kind, .refused, source: source.name, found: "JSON of another shape in \(document.name)",
      expected: "values by series, country and year")
  }
}

/// An edition of the World Economic Outlook: a year, and April or October.
struct WEOEdition: Comparable {
  let year: Int
  let month: Int

  /// Reads `World Economic Outlook (October 2025)`.
  init?(_ text: String) {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard let year = words.compactMap({ Int($0) }).first(where: (1980...2200).contains) else {
      return nil
    }
    self.year = year
    month = words.contains("April") ? 4 : 10
  }

  /// Five years are projected after that of an edition.
  init(lastYear: Int) {
    year = lastYear - 5
    month = 0
  }

  var name: String { month == 0 ? "\(year)" : month == 4 ? "\(year)-04" : "\(year)-10" }

  static func < (left: WEOEdition, right: WEOEdition) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}
