import Panels

/// Makes the list of states from the raw one and the years between which each existed.
struct EntityListing {
  static let file = "entities.csv"
  /// Kept by hand beside the tables, because no publisher gives it.
  static let years = "sources/years-of-existence.csv"

  let raw: String
  let folder: String

  /// The list, by code.
  func text() throws(DataError) -> String {
    let years = try rows(at: "\(folder)/\(Self.years)", ["code", "first_year", "last_year"])
    var existence: [String: [String]] = [:]
    for row in years { existence[row[0]] = Array(row[1...]) }
    let states = try rows(at: "\(raw)/entities.csv", ["code", "name", "continues_as", "note"])
    let header = (EntityTable.columns + ["note"]).joined(separator: ",")
    let lines = states.sorted { $0[0] < $1[0] }.map { row in
      let bounds = existence[row[0]] ?? ["", ""]
      return [row[0], row[1], row[2], bounds[0], bounds[1], row[3]]
        .map(CSV.field).joined(separator: ",")
    }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  /// The list without its notes as the source of the compiled one.
  static func source(of table: EntityTable) -> String {
    let lines = table.entities.map { entity in
      let (first, last) = (entity.years.lowerBound, entity.years.upperBound)
      let fields = [
        entity.power.code, entity.name, entity.continuedAs?.code ?? "",
        first == .min ? "" : "\(first)", last == .max ? "" : "\(last)",
      ]
      return "    " + fields.map(CSV.field).joined(separator: ",")
    }
    return """
      // Made by `primacy data tabulate` from datasets/entities.csv; not edited by hand.

      enum BuiltInEntities {
        /// The list of states without its notes.
        static let table = #\"""
          \(EntityTable.columns.joined(separator: ","))
      \(lines.joined(separator: "\n"))

          \"""#
      }

      """
  }

  private func rows(at path: String, _ columns: [String]) throws(DataError) -> [[String]] {
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
}
