import Panels

/// One record of the table of published forecasts, field by field.
struct LedgerRow {
  /// What `never_by` says of a forecast that it never happens.
  static let ever = "ever"

  let fields: [String: String]
  let records: Records
  let directory: PowerDirectory

  func entry() throws(TableError) -> LedgerEntry {
    let challenger = try power("challenger")
    let incumbent = try power("incumbent")
    guard challenger != incumbent else {
      throw error(.range, "incumbent", "a power other than the challenger")
    }
    let published = try publication()
    return LedgerEntry(
      id: try name("id"), publisher: try text("publisher"), published: published,
      challenger: challenger, incumbent: incumbent, measure: try name("measure"),
      prediction: try prediction(after: published.year), event: try event(),
      note: self["predicted_note"], source: try text("source"), isVerified: try verified())
  }

  private subscript(column: String) -> String { fields[column] ?? "" }

  private func prediction(after published: Int) throws(TableError) -> LedgerEntry.Prediction {
    let low = try year("predicted_low")
    let high = try year("predicted_high")
    if !self["never_by"].isEmpty {
      guard low == nil, high == nil else {
        throw error(.range, "never_by", "nothing, as the forecast has a year of passing")
      }
      if self["never_by"] == Self.ever { return .never }
      guard let last = Int(self["never_by"]), RowReader.years.contains(last) else {
        throw error(.year, "never_by", "a whole year, \(Self.ever) or nothing")
      }
      guard last >= published else {
        throw error(.range, "never_by", "a year from \(published), when it was published")
      }
      return .notBy(last)
    }
    guard let high else {
      if low != nil { throw error(.year, "predicted_high", "a year, as there is a first one") }
      return .undated
    }
    guard high >= published else {
      throw error(.range, "predicted_high", "a year from \(published), when it was published")
    }
    guard let low else { return .by(high) }
    guard low <= high else {
      throw error(.range, "predicted_high", "a year from \(low), the first predicted")
    }
    return .within(low...high)
  }

  private func year(_ column: String) throws(TableError) -> Int? {
    if self[column].isEmpty { return nil }
    guard let year = Int(self[column]), RowReader.years.contains(year) else {
      throw error(.year, column, "a whole year or nothing")
    }
    return year
  }

  private func publication() throws(TableError) -> PublicationDate {
    guard let date = PublicationDate(self["published"]) else {
      throw error(.year, "published", "a year such as 1958, or a month such as 1958-11")
    }
    return date
  }

  private func power(_ column: String) throws(TableError) -> Power {
    guard let entity = directory[self[column]], entity.power.code == self[column] else {
      throw error(
        .code, column, "the ISO 3166 alpha-3 code of a known state",
        nearest: directory.nearest(to: self[column]).map(\.power.code))
    }
    return entity.power
  }

  private func event() throws(TableError) -> LedgerEntry.Event {
    guard let event = LedgerEntry.Event(rawValue: self["resolution_rule"]) else {
      let names = LedgerEntry.Event.allCases.map(\.rawValue)
      throw error(
        .rule, "resolution_rule", names.joined(separator: " or "),
        nearest: NearestNames.names(to: self["resolution_rule"], among: names))
    }
    return event
  }

  private func verified() throws(TableError) -> Bool {
    guard let isVerified = Bool(self["verified"]) else {
      throw error(.truth, "verified", "true or false")
    }
    return isVerified
  }

  /// A field that holds something.
  private func text(_ column: String) throws(TableError) -> String {
    guard !self[column].isEmpty else { throw error(.blank, column, "some text") }
    return self[column]
  }

  /// A field of small letters, digits and marks.
  private func name(_ column: String) throws(TableError) -> String {
    let isName = self[column].utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
    }
    guard isName, !self[column].isEmpty else {
      throw error(.name, column, "small letters, digits, points, dashes and underscores")
    }
    return self[column]
  }

  private func error(
    _ property: TableError.Property, _ column: String, _ expected: String,
    nearest: [String] = []
  ) -> TableError {
    records.error(
      property, column: column, found: self[column].isEmpty ? "nothing" : quoted(self[column]),
      expected: expected, nearest: nearest)
  }
}
