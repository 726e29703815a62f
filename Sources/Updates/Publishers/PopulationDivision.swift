public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The United Nations' World Population Prospects: three kinds of tables, each in thousands.
///
/// Totals by variant give the estimates, the medium projection and its intervals; the demographic
/// indicators give the totals alone; tables by age give those of 15 to 64 years.
public struct PopulationDivision: Publisher {
  public init() {}

  public var source: Source { .unitedNations }
  public var base: String { "https://population.un.org" }

  static let folder = "/wpp/assets/Excel%20Files/1_Indicator%20(Standard)/CSV_FILES/"
  static let files = [
    "WPP2024_TotalPopulationBySex.csv.gz",
    "WPP2024_PopulationBySingleAgeSex_Medium_1950-2023.csv.gz",
    "WPP2024_PopulationBySingleAgeSex_Medium_2024-2100.csv.gz",
  ]
  /// The series of each variant of the totals.
  static let variants = [
    "Medium": "pop_total", "Lower 80 PI": "pop_80l", "Upper 80 PI": "pop_80u",
    "Lower 95 PI": "pop_95l", "Upper 95 PI": "pop_95u",
  ]
  static let columns = ["ISO3_code", "Variant", "Time"]

  public func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    try await documents(
      at: Self.files.map { base + Self.folder + $0 }, with: client, since: receipts, at: time)
  }

  public func recognises(_ document: Document) -> Bool {
    isTable(document, with: Self.columns)
  }

  public func read(_ documents: [Document]) throws(Finding) -> Delivery {
    var collector = FigureCollector(source)
    var edition = source.edition
    for document in documents {
      for table in try tables(of: document, expected: "a table of the Prospects") {
        if let start = table.name.range(ofText: "WPP") {
          edition = String(table.name[start...].prefix { $0.isNumber })
        }
        try read(
          try HeadedTable(table, headedBy: Self.columns, source: source), into: &collector)
      }
    }
    var delivery = try collector.delivery(edition: edition)
    delivery.isPart = true
    let largest = delivery.figures.map(\.value).max() ?? 0
    guard largest < 20e9 else {
      throw collector.refusal(
        .unit, found: "a country of \(largest) persons", expected: "thousands of persons")
    }
    return delivery
  }

  private func read(
    _ table: HeadedTable, into collector: inout FigureCollector
  ) throws(Finding) {
    if table.has("AgeGrpStart") {
      try readAges(table, into: &collector)
    } else if table.has("TPopulation1July") {
      try readTotals(table, "TPopulation1July", into: &collector)
    } else {
      try readTotals(table, "PopTotal", into: &collector)
    }
  }

  private func readTotals(
    _ table: HeadedTable, _ column: String, into collector: inout FigureCollector
  ) throws(Finding) {
    try table.forEach(try table.places(of: Self.columns + [column])) { row throws(Finding) in
      guard let series = Self.variants[row[1].text], !row[3].isBlank,
        let (code, year) = try place(row, &collector)
      else { return }
      let thousands = try collector.number(row[3], series, of: code, in: year)
      try collector.add(Self.persons(thousands), series, of: code, in: year)
    }
  }

  private func readAges(
    _ table: HeadedTable, into collector: inout FigureCollector
  ) throws(Finding) {
    let places = try table.places(of: Self.columns + ["PopTotal", "AgeGrpStart", "AgeGrpSpan"])
    try table.forEach(places) { row throws(Finding) in
      guard row[1].text == "Medium", let start = row[4].number, let span = row[5].number,
        start >= 15, span > 0, start + span <= 65, let (code, year) = try place(row, &collector)
      else { return }
      let thousands = try collector.number(row[3], "pop_15_64", of: code, in: year)
      collector.addUp(Self.persons(thousands), "pop_15_64", of: code, in: year)
    }
  }

  /// The state and the year of a row; nothing for a region.
  private func place(
    _ row: [Cell], _ collector: inout FigureCollector
  ) throws(Finding) -> (code: String, year: Int)? {
    let code = row[0].text
    guard !code.isEmpty else { return nil }
    guard collector.knows(code) else {
      collector.pass(code)
      return nil
    }
    guard let year = row[2].year else {
      throw collector.refusal(
        .year, found: "“\(row[2].text)” for \(code)", expected: "a year")
    }
    return (code, year)
  }

  /// Persons, without the dust of the multiplication.
  private static func persons(_ thousands: Double) -> Double { (thousands * 1000).rounded() }
}
