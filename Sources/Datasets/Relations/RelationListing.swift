/// Makes the tables of relations from the raw ones, as small as they can be without loss.
struct RelationListing {
  let raw: String

  /// The table, sorted by its key; nothing where there is no raw one.
  func text(_ table: RelationTable) throws(DataError) -> String? {
    guard Folder.isFile("\(raw)/\(table.raw)") else { return nil }
    let lines =
      switch table {
      case .agreements: try agreements()
      case .disputes: try disputes()
      case .alliances: try alliances()
      case .capitals: try capitals()
      case .contiguity: try contiguity()
      case .idealPoints: try idealPoints()
      }
    return ([table.columns.joined(separator: ",")] + lines.sorted()).joined(separator: "\n") + "\n"
  }

  private func rows(_ table: RelationTable, _ columns: [String]) throws(DataError) -> [[String]] {
    let path = "\(raw)/\(table.raw)"
    let contents = try FileContents(path: path)
    do throws(TableError) {
      let bytes = contents.bytes.span
      var records = Records(bytes, file: path)
      let header = try records.header(of: columns, in: bytes)
      var rows: [[String]] = []
      while try records.advance(in: bytes) {
        try records.checkWidth(in: bytes)
        rows.append(header.map { records.text($0, in: bytes) })
      }
      return rows
    } catch { throw .defect(error) }
  }

  private static let pairColumns = ["iso3_a", "iso3_b", "year", "series", "value"]

  /// A line a state and year, with its partners of greater codes, each as often as it signed.
  private func agreements() throws(DataError) -> [String] {
    var partners: [String: [String]] = [:]
    for row in try rows(.agreements, Self.pairColumns) {
      guard row[3] == "pta_signed", let count = Int(row[4]) else { continue }
      partners["\(row[0]),\(row[2])", default: []] += Array(repeating: row[1], count: count)
    }
    return partners.map { "\($0),\($1.sorted().joined(separator: " "))" }
  }

  /// A line a dispute that began, with the highest hostility of the year.
  private func disputes() throws(DataError) -> [String] {
    let rows = try rows(.disputes, Self.pairColumns)
    func key(_ row: [String]) -> String { row[0...2].joined(separator: ",") }
    var levels: [String: String] = [:]
    for row in rows where row[3] == "hostlev" { levels[key(row)] = row[4] }
    return rows.filter { $0[3] == "cowmidonset" }.compactMap { row in
      levels[key(row)].map { "\(key(row)),\($0)" }
    }
  }

  /// The unbroken runs of years of every pair and obligation.
  private func alliances() throws(DataError) -> [String] {
    var years: [String: [Int]] = [:]
    for row in try rows(.alliances, Self.pairColumns) {
      guard let year = Int(row[2]) else { continue }
      years["\(row[0]),\(row[1]),\(row[3])", default: []].append(year)
    }
    return years.flatMap { key, years in Self.runs(years).map { "\(key),\($0.0),\($0.1)" } }
  }

  private static func runs(_ years: [Int]) -> [(Int, Int)] {
    years.sorted().reduce(into: []) { runs, year in
      if let last = runs.last, last.1 + 1 == year {
        runs[runs.count - 1].1 = year
      } else {
        runs.append((year, year))
      }
    }
  }

  /// Spells from the years for which the source is given.
  ///
  /// A kind holds until the next of those years; that of a pair which was not there before holds
  /// from the year after the one before, because one of the states is new.
  private func contiguity() throws(DataError) -> [String] {
    let rows = try rows(.contiguity, Self.pairColumns)
    let given = Set(rows.compactMap { Int($0[2]) }).sorted()
    var kinds: [String: [Int: String]] = [:]
    for row in rows {
      guard let year = Int(row[2]) else { continue }
      kinds["\(row[0]),\(row[1])", default: [:]][year] = row[4]
    }
    return kinds.flatMap { pair, kinds in
      var spells: [(kind: String, first: Int, last: Int)] = []
      for (place, year) in given.enumerated() {
        guard let kind = kinds[year] else { continue }
        let isNew = place > 0 && kinds[given[place - 1]] == nil
        let first = isNew ? given[place - 1] + 1 : year
        let last = place + 1 < given.count ? given[place + 1] - 1 : year
        if let spell = spells.last, spell.kind == kind, spell.last + 1 == first {
          spells[spells.count - 1].last = last
        } else {
          spells.append((kind, first, last))
        }
      }
      return spells.filter { $0.kind != "0" }.map { "\(pair),\($0.kind),\($0.first),\($0.last)" }
    }
  }

  private func capitals() throws(DataError) -> [String] {
    try rows(.capitals, ["iso3", "capital", "start", "end", "latitude", "longitude"]).map { row in
      [row[0], row[1], "\(row[2].prefix(4))", "\(row[3].prefix(4))", row[4], row[5]]
        .map(CSV.field).joined(separator: ",")
    }
  }

  /// Points and intervals to three decimals, a hundredth of the intervals' width.
  private func idealPoints() throws(DataError) -> [String] {
    let names = ["idealpointall", "q5all", "q95all"]
    var points: [String: [String: String]] = [:]
    for row in try rows(.idealPoints, ["iso3", "year", "series", "value"]) {
      guard names.contains(row[2]), let value = Double(row[3]) else { continue }
      points["\(row[0]),\(row[1])", default: [:]][row[2]] = Self.rounded(value)
    }
    return points.compactMap { key, values in
      let fields = names.compactMap { values[$0] }
      return fields.count == names.count ? "\(key),\(fields.joined(separator: ","))" : nil
    }
  }

  private static func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    let digits = String(repeating: "0", count: 3 - "\(rest)".count) + "\(rest)"
    return (thousandths < 0 ? "-" : "") + "\(whole).\(digits)"
  }
}
