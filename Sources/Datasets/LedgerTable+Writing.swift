public import Panels

extension LedgerTable {
  /// The table of some forecasts, as it reads back.
  public static func text(of entries: [LedgerEntry]) -> String {
    let rows = entries.map { entry -> String in
      let neverBy: String =
        switch entry.prediction {
        case .never: LedgerRow.ever
        case .notBy(let year): "\(year)"
        case .within, .by, .undated: ""
        }
      return [
        entry.id, entry.publisher, "\(entry.published)", entry.challenger.code,
        entry.incumbent.code, entry.measure, entry.prediction.low.map { "\($0)" } ?? "",
        entry.prediction.high.map { "\($0)" } ?? "", entry.note, neverBy, entry.source,
        "\(entry.isVerified)", entry.event.rawValue,
      ].map { CSV.field($0) }.joined(separator: ",")
    }
    return ([columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }

  /// Puts a table in its place, whole or not at all.
  ///
  /// - Parameters:
  ///   - entries: In the order of the table.
  ///   - path: The file.
  /// - Throws: `unwritable` where it cannot be written.
  public static func write(_ entries: [LedgerEntry], to path: String) throws(DataError) {
    try TextFile.write(text(of: entries), to: path)
  }
}
