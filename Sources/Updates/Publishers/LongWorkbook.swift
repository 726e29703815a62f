import Datasets

/// A publisher whose workbook has one long sheet: a row a country and year, a column a series.
protocol LongWorkbook: Publisher {
  /// The sheet with the figures.
  static var sheet: String { get }
  /// What stands before the year of prices in the texts of the workbook, and that year.
  static var prices: (before: String, year: Int) { get }
  /// Other years of prices that can be linked to that one.
  static var linkedPrices: Set<Int> { get }
  /// The name of a publisher's edition, by the name of the file and the texts in it.
  static func edition(_ name: String, _ texts: [String]) -> String?
}

extension LongWorkbook {
  static var linkedPrices: Set<Int> { [] }

  public func recognises(_ document: Document) -> Bool {
    guard case .workbook(let workbook) = document.contents,
      let head = try? workbook.rows(of: Self.sheet, atMost: HeadedTable.longestPreamble)
    else { return false }
    let texts = Set(head.joined().map(\.text))
    return texts.contains("countrycode")
      && source.series.contains { $0.name != "pop" && texts.contains($0.name) }
  }

  public func read(_ documents: [Document]) throws(Finding) -> Delivery {
    var collector = FigureCollector(source)
    var edition = source.edition
    var isLinked = false
    for document in documents {
      let workbook = try workbook(in: document, expected: "the workbook of \(source.title)")
      let texts = workbook.allTexts
      if try prices(in: texts, collector) != Self.prices.year { isLinked = true }
      edition = Self.edition(document.name, texts) ?? edition
      let table = try HeadedTable(
        rows: try rows(of: Self.sheet, in: workbook), named: Self.sheet,
        headedBy: ["countrycode", "year"] + source.series.map(\.name), source: source)
      try read(table, into: &collector)
    }
    var delivery = try collector.delivery(edition: edition)
    if isLinked { delivery.linkYear = Self.prices.year }
    return delivery
  }

  private func read(
    _ table: HeadedTable, into collector: inout FigureCollector
  ) throws(Finding) {
    let series = source.series.map(\.name)
    let places = try table.places(of: ["countrycode", "year"] + series)
    try table.forEach(places) { row throws(Finding) in
      let code = row[0].text
      guard !code.isEmpty else { return }
      guard collector.knows(code) else { return collector.pass(code) }
      guard let year = row[1].year ?? Int(row[1].text) else {
        throw collector.refusal(
          .year, found: "“\(row[1].text)” for \(code)", expected: "a year")
      }
      for (cell, name) in zip(row.dropFirst(2), series) where !cell.isBlank {
        let value = try collector.number(cell, name, of: code, in: year)
        try collector.add(value, name, of: code, in: year)
      }
    }
  }

  /// The year of prices that the texts name, which must be one, and one that is expected.
  private func prices(
    in texts: [String], _ collector: FigureCollector
  ) throws(Finding) -> Int {
    var found: Int?
    for text in texts {
      guard let start = text.range(ofText: Self.prices.before) else { continue }
      let digits = text[start...].prefix(4)
      guard digits.count == 4, let year = Int(digits) else { continue }
      let isKnown = year == Self.prices.year || Self.linkedPrices.contains(year)
      guard isKnown, found == nil || found == year else {
        let years = ([Self.prices.year] + Self.linkedPrices.sorted()).map { "\($0)" }
        throw collector.refusal(
          .baseYear, found: "“\(text)”",
          expected: "prices of \(years.joined(separator: " or of "))")
      }
      found = year
    }
    return found ?? Self.prices.year
  }
}
