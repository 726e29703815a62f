public import Panels

/// Who belonged to which group and when, as a table has it: a line a spell.
///
/// **Shape.** `iso3,group,first_year,last_year`; no last year where the spell lasts.
public struct MembershipTable: Sendable {
  static let file = "memberships.csv"
  static let columns = ["iso3", "group", "first_year", "last_year"]

  /// By name.
  public let groups: [PowerGroup]

  /// The table that is compiled in, for figures that come without their own.
  public static let builtIn: MembershipTable = {
    let bytes = Array(BuiltInMemberships.table.utf8)
    guard let table = try? MembershipTable(bytes.span, file: "the built-in memberships")
    else { preconditionFailure("the built-in list of memberships has a defect") }
    return table
  }()

  init(_ bytes: Span<UInt8>, file: String) throws(TableError) {
    var records = Records(bytes, file: file)
    let header = try records.header(of: Self.columns, in: bytes)
    var spells: [String: [PowerGroup.Spell]] = [:]
    while try records.advance(in: bytes) {
      try records.checkWidth(in: bytes)
      let name = records.text(header[1], in: bytes)
      spells[name, default: []].append(try Self.spell(of: records, header, bytes))
    }
    groups = spells.sorted { $0.key < $1.key }.map { PowerGroup(name: $0.key, spells: $0.value) }
  }

  private static func spell(
    of records: Records, _ header: [Int], _ bytes: Span<UInt8>
  ) throws(TableError) -> PowerGroup.Spell {
    let code = records.text(header[0], in: bytes)
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw records.error(
        .code, column: columns[0], found: quoted(code), expected: "three capital letters")
    }
    let first = try year(records, header[2], columns[2], bytes)
    let last =
      records.text(header[3], in: bytes).isEmpty
      ? Int.max : try year(records, header[3], columns[3], bytes)
    guard first <= last else {
      throw records.error(
        .range, column: columns[3], found: "\(last)", expected: "a year from \(first) on")
    }
    return PowerGroup.Spell(Power(code), years: first...last)
  }

  private static func year(
    _ records: Records, _ index: Int, _ column: String, _ bytes: Span<UInt8>
  ) throws(TableError) -> Int {
    let text = records.text(index, in: bytes)
    guard let year = Int(text), RowReader.years.contains(year) else {
      throw records.error(.year, column: column, found: quoted(text), expected: "a whole year")
    }
    return year
  }
}
