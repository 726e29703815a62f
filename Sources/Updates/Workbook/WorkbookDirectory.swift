import Foundation
import FoundationXML

/// The sheets of a workbook and the parts of the archive in which they lie.
struct WorkbookDirectory {
  let sheets: [(name: String, part: String)]
  /// The part with the shared texts.
  let texts: String

  init(list: [UInt8], links: [UInt8]) throws(UnpackingError) {
    let names = SheetNames()
    let targets = Relations()
    try XMLPart.parse(list, with: names)
    try XMLPart.parse(links, with: targets)
    sheets = names.sheets.compactMap { name, id in
      targets.parts[id].map { (name, $0.part) }
    }
    texts =
      targets.parts.values.first { $0.kind.hasSuffix("/sharedStrings") }?.part
      ?? "xl/sharedStrings.xml"
  }
}

/// Collects `<sheet name="…" r:id="…"/>`.
private final class SheetNames: NSObject, XMLParserDelegate {
  var sheets: [(name: String, id: String)] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard XMLPart.local(name) == "sheet", let title = attributes["name"] else { return }
    let id = attributes.first { XMLPart.local($0.key) == "id" && $0.key != "id" }?.value
    sheets.append((title, id ?? ""))
  }
}

/// Collects `<Relationship Id="…" Type="…" Target="…"/>`.
private final class Relations: NSObject, XMLParserDelegate {
  var parts: [String: (part: String, kind: String)] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard XMLPart.local(name) == "Relationship", let id = attributes["Id"],
      let target = attributes["Target"]
    else { return }
    let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    parts[id] = (part, attributes["Type"] ?? "")
  }
}
