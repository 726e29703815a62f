/// A workbook in the form of Office Open XML, read within limits.
///
/// **Source.** ECMA-376, part 1, section 18: the list of sheets, the shared texts, the cells.
struct Workbook: Sendable {
  /// How many cells one sheet may have.
  static let mostCells = 5_000_000

  /// The names of the sheets, in order.
  let sheets: [String]
  /// Every text that sheets share, which is nearly every text of the workbook.
  let texts: [String]
  private let bytes: [UInt8]
  private let parts: [String: String]

  /// - Throws: A reason why it is not a workbook, or too large a one.
  init(_ bytes: [UInt8]) throws(UnpackingError) {
    let archive = try ZipArchive(bytes, limits: .workbook)
    guard let list = try archive.bytes(of: "xl/workbook.xml"),
      let links = try archive.bytes(of: "xl/_rels/workbook.xml.rels")
    else { throw .damaged("it has no list of sheets") }
    let directory = try WorkbookDirectory(list: list, links: links)
    sheets = directory.sheets.map(\.name)
    parts = Dictionary(
      directory.sheets.map { ($0.name, $0.part) }, uniquingKeysWith: { first, _ in first })
    texts = try archive.bytes(of: directory.texts).map(SharedTexts.read) ?? []
    self.bytes = bytes
  }

  /// The shared texts, and those in the first rows of every sheet.
  var allTexts: [String] {
    // A sheet that cannot be read is refused when its figures are.
    let cells = sheets.compactMap { try? rows(of: $0, atMost: 60) }.joined().joined()
    return texts
      + cells.compactMap { cell in if case .text(let text) = cell { text } else { nil } }
  }

  /// Whether an archive is one of a workbook.
  static func isWorkbook(_ names: [String]) -> Bool { names.contains("xl/workbook.xml") }

  /// The rows of a sheet; nothing where there is none of the name.
  ///
  /// **Shape.** A row a row of the sheet up to the last one used; a row ends at its last cell.
  ///
  /// - Parameters:
  ///   - sheet: The name of the sheet.
  ///   - most: After about so many rows reading stops.
  /// - Returns: The rows.
  /// - Throws: A reason why the sheet cannot be read.
  func rows(of sheet: String, atMost most: Int = .max) throws(UnpackingError) -> [[Cell]]? {
    guard let part = parts[sheet] else { return nil }
    let archive = try ZipArchive(bytes, limits: .workbook)
    guard let xml = try archive.bytes(of: part) else { throw .damaged("\(part) is missing") }
    return try SheetReader.rows(of: xml, texts: texts, atMost: most)
  }
}
