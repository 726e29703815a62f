import Foundation
import FoundationXML

/// The reading of one XML part of a workbook.
enum XMLPart {
  /// Reads a part; outside entities are not resolved.
  static func parse(
    _ bytes: [UInt8], with delegate: any XMLParserDelegate
  ) throws(UnpackingError) {
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.shouldProcessNamespaces = false
    parser.delegate = delegate
    guard parser.parse() else {
      let code = (parser.parserError as? NSError)?.code ?? 0
      throw .damaged("XML that cannot be read (line \(parser.lineNumber), error \(code))")
    }
  }

  /// A name without its prefix.
  static func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }
}
