/// A table on the page, as its template needs it.
struct PageTable {
  private let table: Table
  private let name: String

  init(_ table: Table, name: String) {
    self.table = table
    self.name = name
  }

  /// Columns and rows of cells, each of which knows whether it is a number.
  var values: [String: Any] {
    let kinds = table.columns.indices.map { table.isNumeric($0) ? "number" : "word" }
    return [
      "name": name, "numbers": "tables/\(name).csv",
      "columns": zip(table.columns, kinds).map { column, kind in
        ["text": column, "kind": kind, "rule": kind == "number" ? "---:" : "---"]
      },
      "rows": table.rows.map { row -> [String: Any] in
        let cells = zip(row, kinds).map { cell, kind in ["text": cell.short, "kind": kind] }
        return ["first": cells[0], "rest": Array(cells.dropFirst())]
      },
    ]
  }
}
