import Panels

/// Makes the panels of the catalogue from the sources' tables.
///
/// Levels come from the newest source; older sources add growth rates, never levels of their own,
/// and every value says which it is. See note 1.
struct Assembly {
  /// Before this year there are only benchmarks.
  static let firstYear = 1820
  /// The last year of history that is filled, with the publisher's projection where need be.
  ///
  /// It is the last for which the World Bank has a product or its growth.
  let lastYear: Int

  let entities: EntityTable
  private let sheets: [String: [String: Sheet]]
  private let editions: DataPackage?

  /// - Parameters:
  ///   - entities: The states and their years.
  ///   - sheets: By the source's name, then by series.
  ///   - editions: What the folder says of its tables.
  init(entities: EntityTable, sheets: [String: [String: Sheet]], editions: DataPackage?) {
    self.entities = entities
    self.sheets = sheets
    self.editions = editions
    let output = ["NY.GDP.MKTP.CD", "NY.GDP.MKTP.PP.KD", "NY.GDP.MKTP.KD.ZG"]
    lastYear =
      output.compactMap { sheets[Source.worldBank.name]?[$0]?.years.upperBound }.max()
      ?? Self.firstYear
  }

  /// The panels of the catalogue, in its order; one that no table covers is left out.
  func panels() -> [Panel] {
    let population = population()
    let outputPerHead = outputPerHead(population)
    let work: [@Sendable () -> [Draft]] = [
      { [population, outputPerHead] }, { [workingAge(), burden()] }, { capabilities() },
      { accounts() + money() + [priceLevel(population, outputPerHead)] }, { projections() },
    ]
    let panels = concurrently(work) { $0().compactMap { $0.panel() } }.flatMap(\.self)
    return Indicator.catalogue.compactMap { indicator in
      panels.first { $0.indicator == indicator }
    }
  }

  /// A series of a source, empty where the table lacks it.
  func sheet(_ source: Source, _ series: String) -> Sheet {
    sheets[source.name]?[series]
      ?? Sheet(
        years: 1...1, values: [Double](repeating: .nan, count: entities.entities.count))
  }

  /// The publisher and edition of a series, as provenance names it.
  func edition(_ source: Source, _ series: String) -> String {
    guard let resource = editions?[source.table] else { return source.publisher }
    return "\(source.publisher) \(resource.seriesEditions?[series] ?? resource.edition)"
  }

  var states: Range<Int> { entities.entities.indices }

  /// A draft with a series as it is, scaled, in the years asked for.
  func copy(
    _ source: Source, _ series: String, as indicator: Indicator,
    in span: ClosedRange<Int> = 1...2200, status: Provenance.Status = .observed,
    keeping accept: (Double) -> Bool = { _ in true }
  ) -> Draft {
    let sheet = sheet(source, series)
    let years = sheet.years.clamped(to: span)
    var draft = Draft(indicator, entities, years: years)
    let origin = draft.origin(edition(source, series), status)
    for state in states {
      for year in years where accept(sheet[state, year]) {
        draft.set(sheet[state, year], state, year, origin)
      }
    }
    return draft
  }
}
