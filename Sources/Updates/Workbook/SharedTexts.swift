import Foundation
import FoundationXML

/// Collects the shared texts of a workbook, the runs of rich text joined.
final class SharedTexts: NSObject, XMLParserDelegate {
  private var texts: [String] = []
  private var text = ""
  private var isInText = false
  /// Readings of Asian characters are no part of the text.
  private var isPhonetic = false

  static func read(_ bytes: [UInt8]) throws(UnpackingError) -> [String] {
    let reader = SharedTexts()
    try XMLPart.parse(bytes, with: reader)
    return reader.texts
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch XMLPart.local(name) {
    case "si": text = ""
    case "t": isInText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInText { text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    switch XMLPart.local(name) {
    case "si": texts.append(text)
    case "t": isInText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }
}
