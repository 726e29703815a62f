import Datasets

extension WorldBank {
  /// Reads the pages of the API.
  ///
  /// - Returns: The editions that they give.
  func read(
    _ pages: [WorldBankPage], into collector: inout FigureCollector
  ) throws(Finding) -> [String] {
    var answers = 0
    for page in pages {
      if let message = page.head.message {
        let words = message.compactMap(\.value).joined(separator: "; ")
        collector.note(
          Finding(
            .message, .noted, source: source.name, found: "“\(words)” for \(page.name)",
            expected: "figures; the series stays as it was"))
        continue
      }
      answers += 1
      for row in page.rows { try read(row, into: &collector) }
    }
    if answers == 0, let message = collector.findings.first {
      throw collector.refusal(.message, found: message.found, expected: "figures")
    }
    try checkPages(pages, collector)
    return pages.compactMap { $0.head.lastupdated.map { String($0.prefix(7)) } }
  }

  private func read(
    _ row: WorldBankPage.Row, into collector: inout FigureCollector
  ) throws(Finding) {
    let series = row.indicator.id
    guard source.series.contains(where: { $0.name == series }) else { return }
    if let title = row.indicator.value { try checkUnit(title, of: series) }
    guard let value = row.value else { return }
    let code = row.countryiso3code
    guard collector.knows(code) else {
      if !Self.aggregates.contains(code), !code.isEmpty { collector.pass(code) }
      return
    }
    guard let year = Int(row.date) else {
      throw collector.refusal(
        .year, series: series, found: "the date “\(row.date)”", expected: "a year")
    }
    try collector.add(value, series, of: code, in: year)
  }

  /// Each indicator must have as many rows as it says, on pages that say the same.
  private func checkPages(
    _ pages: [WorldBankPage], _ collector: FigureCollector
  ) throws(Finding) {
    let answers = pages.filter { $0.head.message == nil }
    let named = answers.compactMap { page in page.rows.first.map { ($0.indicator.id, page) } }
    let groups = Dictionary(grouping: named, by: \.0).mapValues { $0.map(\.1) }
    for (series, pages) in groups.sorted(by: { $0.key < $1.key }) {
      let rows = pages.reduce(0) { $0 + $1.rows.count }
      let totals = Set(pages.compactMap { $0.head.total?.value })
      let updates = Set(pages.compactMap(\.head.lastupdated))
      guard totals.count <= 1, updates.count <= 1, totals.first ?? rows == rows else {
        throw collector.refusal(
          .pages, series: series, found: "\(rows) rows on \(pages.count) pages",
          expected: totals.sorted().map { "\($0)" }.joined(separator: " or ") + " of one update")
      }
    }
  }

  /// Reads a wide table: a row a country and indicator, a column a year.
  ///
  /// - Returns: The edition that it gives.
  func read(
    _ table: Contents.Table, into collector: inout FigureCollector
  ) throws(Finding) -> String {
    let headed = try HeadedTable(
      table, headedBy: ["Country Code", "Indicator Code", "Series Code"], source: source)
    let isDataBank = headed.has("Series Code")
    let places = try headed.places(
      of: ["Country Code"]
        + (isDataBank ? ["Series Code", "Series Name"] : ["Indicator Code", "Indicator Name"]))
    let years = headed.years
    guard years.count > 1 else {
      throw collector.refusal(
        .column, found: "no columns of years in \(table.name)", expected: "1960, 1961, …")
    }
    var last = 0
    try headed.forEach(places + years.map(\.place)) { row throws(Finding) in
      let (code, series) = (row[0].text, row[1].text)
      guard source.series.contains(where: { $0.name == series }) else { return }
      try checkUnit(row[2].text, of: series)
      guard collector.knows(code) else {
        if !Self.aggregates.contains(code) { collector.pass(code) }
        return
      }
      for (cell, column) in zip(row.dropFirst(3), years) where !Self.isMissing(cell) {
        let value = try collector.number(cell, series, of: code, in: column.year)
        try collector.add(value, series, of: code, in: column.year)
        last = max(last, column.year)
      }
    }
    return Self.edition(headed) ?? "with \(last)"
  }

  private static func isMissing(_ cell: Cell) -> Bool { ["", ".."].contains(cell.text) }

  /// The month of `"Last Updated Date","2026-07-01"` above the header.
  private static func edition(_ table: HeadedTable) -> String? {
    table.preamble.first { $0.first?.text == "Last Updated Date" }
      .flatMap { $0.dropFirst().first }.map { String($0.text.prefix(7)) }
  }

  /// The codes of regions, of groups by income and of other sums.
  ///
  /// **Source.** World Bank, list of countries and aggregates of the API.
  static let aggregates: Set<String> = [
    "AFE", "AFW", "AFR", "ARB", "BEA", "BEC", "BHI", "BLA", "BMN", "BSS", "CAA", "CEA", "CEB",
    "CEU", "CLA", "CME", "CSA", "CSS", "DEA", "DEC", "DFS", "DLA", "DMN", "DNS", "DSA", "DSF",
    "DSS", "EAP", "EAR", "EAS", "ECA", "ECS", "EMU", "EUU", "FCS", "FXS", "HIC", "HPC", "IBB",
    "IBD", "IBT", "IDA", "IDB", "IDX", "INX", "LAC", "LCN", "LCR", "LDC", "LIC", "LMC", "LMY",
    "LTE", "MDE", "MEA", "MIC", "MNA", "NAC", "NAF", "NRS", "NXS", "OED", "OSS", "PRE", "PSS",
    "PST", "RRS", "SAS", "SSA", "SSF", "SST", "SXZ", "TEA", "TEC", "TLA", "TMN", "TSA", "TSS",
    "UMC", "WLD", "XZN",
  ]
}
