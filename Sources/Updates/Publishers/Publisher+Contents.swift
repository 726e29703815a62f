import Datasets

extension Publisher {
  /// The finding that a file is not of the publisher's form.
  func stranger(_ document: Document, expected: String) -> Finding {
    let found: String
    var check = Finding.Check.kind
    switch document.contents {
    case .workbook(let workbook):
      found = "a workbook with the sheets \(workbook.sheets.joined(separator: ", "))"
    case .tables: found = "a comma-separated table"
    case .json: found = "JSON"
    case .page: found = "a page of HTML or XML"
    case .empty: found = "nothing at all"
    case .unreadable(.damaged(let words)): (check, found) = (.archive, words)
    case .unreadable(.tooLarge(let words)): (check, found) = (.limits, words)
    }
    return Finding(
      check, .refused, source: source.name, found: "\(found) in \(document.name)",
      expected: expected)
  }

  /// The tables of a file that holds such.
  ///
  /// - Throws: The finding that it holds something else.
  func tables(of document: Document, expected: String) throws(Finding) -> [Contents.Table] {
    guard case .tables(let tables) = document.contents else {
      throw stranger(document, expected: expected)
    }
    return tables
  }

  /// The workbook in a file that holds one.
  ///
  /// - Throws: The finding that it holds something else.
  func workbook(in document: Document, expected: String) throws(Finding) -> Workbook {
    guard case .workbook(let workbook) = document.contents else {
      throw stranger(document, expected: expected)
    }
    return workbook
  }

  /// The rows of a sheet that must be there.
  ///
  /// - Throws: The finding that it is missing, damaged or too large.
  func rows(of sheet: String, in workbook: Workbook) throws(Finding) -> [[Cell]] {
    let rows: [[Cell]]?
    do throws(UnpackingError) {
      rows = try workbook.rows(of: sheet)
    } catch {
      let (check, words): (Finding.Check, String) =
        switch error {
        case .damaged(let words): (.archive, words)
        case .tooLarge(let words): (.limits, words)
        }
      throw Finding(
        check, .refused, source: source.name, found: "\(words) in the sheet \(sheet)",
        expected: "a sheet that can be read")
    }
    guard let rows else {
      throw Finding(
        .sheet, .refused, source: source.name,
        found: "the sheets \(workbook.sheets.joined(separator: ", "))",
        expected: "a sheet \(sheet)")
    }
    return rows
  }

  /// Whether a file holds a table with all of some columns near its beginning.
  func isTable(_ document: Document, with columns: [String]) -> Bool {
    guard case .tables(let tables) = document.contents else { return false }
    return tables.contains { table in
      guard let headed = try? HeadedTable(table, headedBy: columns, source: source) else {
        return false
      }
      return columns.allSatisfy(headed.has)
    }
  }
}
