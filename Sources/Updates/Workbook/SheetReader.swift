import Foundation
import FoundationXML

/// Collects the cells of one worksheet.
final class SheetReader: NSObject, XMLParserDelegate {
  /// The bounds of a worksheet.
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  private let texts: [String]
  private let most: Int
  private var rows: [[Cell]] = []
  private var row: [Cell] = []
  private var rowIndex = -1
  private var column = -1
  private var kind = "n"
  private var value = ""
  private var isInValue = false
  private var cells = 0
  private var problem: UnpackingError?

  private init(texts: [String], atMost most: Int) {
    self.texts = texts
    self.most = most
  }

  static func rows(
    of xml: [UInt8], texts: [String], atMost most: Int = .max
  ) throws(UnpackingError) -> [[Cell]] {
    let reader = SheetReader(texts: texts, atMost: most)
    do throws(UnpackingError) {
      try XMLPart.parse(xml, with: reader)
    } catch {
      if let problem = reader.problem { throw problem }
      if reader.rows.count < most { throw error }
    }
    return reader.rows
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch XMLPart.local(name) {
    case "row":
      rowIndex = attributes["r"].flatMap { Int($0) }.map { $0 - 1 } ?? rowIndex + 1
      (row, column) = ([], -1)
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      (kind, value) = (attributes["t"] ?? "n", "")
    case "v", "t": isInValue = true
    case "rPh": kind = "phonetic"
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInValue, kind != "phonetic" { value += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    switch XMLPart.local(name) {
    case "v", "t": isInValue = false
    case "rPh": kind = "inlineStr"
    case "c": endCell(parser)
    case "row": endRow(parser)
    default: break
    }
  }

  private func endCell(_ parser: XMLParser) {
    let cell = cell
    guard cell != .blank else { return }
    guard (0..<Self.mostColumns).contains(column), column >= row.count else {
      return stop(parser, .damaged("a cell out of order in row \(rowIndex + 1)"))
    }
    cells += column + 1 - row.count
    guard cells <= Workbook.mostCells else {
      return stop(parser, .tooLarge("more than \(Workbook.mostCells) cells"))
    }
    while row.count < column { row.append(.blank) }
    row.append(cell)
  }

  private func endRow(_ parser: XMLParser) {
    guard !row.isEmpty else { return }
    guard rowIndex >= rows.count, rowIndex < Self.mostRows else {
      return stop(parser, .damaged("row \(rowIndex + 1) out of order"))
    }
    while rows.count < rowIndex { rows.append([]) }
    rows.append(row)
    if rows.count >= most { parser.abortParsing() }
  }

  private var cell: Cell {
    switch kind {
    case "s":
      guard let index = Int(value.trimmed), texts.indices.contains(index) else { return .blank }
      return texts[index].isEmpty ? .blank : .text(texts[index])
    case "inlineStr", "str", "phonetic": return value.isEmpty ? .blank : .text(value)
    case "e": return value.isEmpty ? .blank : .text(value)
    case "b": return value.isEmpty ? .blank : .text(value == "1" ? "TRUE" : "FALSE")
    default:
      if let number = value.decimalNumber { return .number(number) }
      return value.isEmpty ? .blank : .text(value)
    }
  }

  private func stop(_ parser: XMLParser, _ error: UnpackingError) {
    if problem == nil { problem = error }
    parser.abortParsing()
  }

  /// The column of a reference such as `AB12`, counted from 0.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for letter in reference.utf8 {
      guard (65...90).contains(letter) else { break }
      column = column * 26 + Int(letter) - 64
      guard column <= mostColumns else { return nil }
    }
    return column > 0 ? column - 1 : nil
  }
}
