/// Makes the table of memberships from raw lists and from the alliances kept by hand.
struct MembershipListing {
  /// Kept by hand beside the tables, because no publisher gives it in this form.
  static let alliances = "sources/alliances.csv"
  static let majors = "cow/major_powers.csv"
  static let obligations = "atop/alliances.csv"

  let raw: String
  let folder: String
  let entities: EntityTable

  /// The table, by group, then by code and year.
  func text() throws(DataError) -> String {
    var lines = try majorSpells() + alliedSpells()
    let path = "\(folder)/\(Self.alliances)"
    if Folder.isFile(path) {
      let text = String(decoding: try FileContents(path: path).bytes, as: UTF8.self)
      lines += text.split(separator: "\n").dropFirst().map(String.init)
    }
    let sorted = lines.sorted { key($0) < key($1) }
    let table =
      ([MembershipTable.columns.joined(separator: ",")] + sorted)
      .joined(separator: "\n") + "\n"
    do throws(TableError) {
      _ = try MembershipTable(Array(table.utf8).span, file: path)
    } catch { throw .defect(error) }
    return table
  }

  /// The table as the source of the compiled one.
  static func source(of text: String) -> String {
    let lines = text.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    return """
      // Made by `primacy data tabulate` from datasets/memberships.csv; not edited by hand.

      enum BuiltInMemberships {
        /// The spells of powers in alliances and lists.
        static let table = #\"""
      \(lines)

          \"""#
      }

      """
  }

  /// The unbroken runs of years in which each power is listed.
  private func majorSpells() throws(DataError) -> [String] {
    let path = "\(raw)/\(Self.majors)"
    guard Folder.isFile(path) else { return [] }
    let contents = try FileContents(path: path)
    let rule = SeriesRule("cow_major_power", unit: "1 in years of status", .positive)
    let table: TidyTable
    do throws(TableError) {
      table = try TidyTable.read(
        contents.bytes.span, file: Self.majors, rules: [rule], entities: entities,
        skipsOthers: true)
    } catch { throw .defect(error) }
    return Self.spells(
      table.keys.sorted().map { (TidyTable.letters($0.code), Int($0.year)) }, of: "MAJORS")
  }

  /// The unbroken runs of years in which each power and the United States were bound to defend
  /// one another, by the treaties that the ATOP project lists.
  private func alliedSpells() throws(DataError) -> [String] {
    let path = "\(raw)/\(Self.obligations)"
    guard Folder.isFile(path) else { return [] }
    let text = String(decoding: try FileContents(path: path).bytes, as: UTF8.self)
    let years = text.split(separator: "\n").dropFirst().compactMap { line -> (String, Int)? in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 5, fields[3] == "defense", fields[4] == "1", let year = Int(fields[2]),
        fields[0] == "USA" || fields[1] == "USA"
      else { return nil }
      return (String(fields[0] == "USA" ? fields[1] : fields[0]), year)
    }
    return Self.spells(years.sorted { $0 < $1 }, of: "US-ALLIES")
  }

  /// A line a run of years, from years in the order of codes.
  private static func spells(_ years: [(code: String, year: Int)], of group: String) -> [String] {
    var spells: [(code: String, first: Int, last: Int)] = []
    for (code, year) in years {
      if let spell = spells.last, spell.code == code, spell.last + 1 == year {
        spells[spells.count - 1].last = year
      } else {
        spells.append((code, year, year))
      }
    }
    return spells.map { "\($0.code),\(group),\($0.first),\($0.last)" }
  }

  private func key(_ line: String) -> String {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    return fields.count > 2 ? "\(fields[1]) \(fields[0]) \(fields[2])" : line
  }
}
