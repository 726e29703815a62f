import Datasets

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One page of an answer of the World Bank's API: a pair of a head and its rows.
struct WorldBankPage: Sendable {
  let name: String
  let head: Head
  let rows: [Row]

  struct Head: Decodable, Sendable {
    let page: Whole?
    let pages: Whole?
    let total: Whole?
    let lastupdated: String?
    let message: [Message]?
  }

  struct Message: Decodable, Sendable {
    let value: String?
    let key: String?
  }

  struct Row: Decodable, Sendable {
    struct Name: Decodable, Sendable {
      let id: String
      let value: String?
    }

    let indicator: Name
    let country: Name?
    let countryiso3code: String
    let date: String
    let value: Double?
  }

  /// A whole number, which the API writes as a number or as a text.
  struct Whole: Decodable, Sendable {
    let value: Int

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        value = number
      } else if let number = Int(try container.decode(String.self)) {
        value = number
      } else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "neither a number nor a text of one")
      }
    }
  }

  private struct Pair: Decodable {
    let head: Head
    let rows: [Row]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      head = try container.decode(Head.self)
      let isMessage = head.message != nil
      rows = isMessage ? [] : try container.decodeIfPresent([Row].self) ?? []
    }
  }

  /// - Throws: The finding that it is not such a page.
  init(_ document: Document, of publisher: WorldBank) throws(Finding) {
    name = document.name
    guard case .json(let bytes) = document.contents else {
      throw publisher.stranger(document, expected: "JSON of the API")
    }
    do {
      let pair = try JSONDecoder().decode(Pair.self, from: Data(bytes))
      (head, rows) = (pair.head, pair.rows)
    } catch {
      throw Finding(
        .kind, .refused, source: publisher.source.name,
        found: "\(document.name), \(JSONFault(error))",
        expected: "a pair of page numbers and rows with indicator, countryiso3code, date, value")
    }
  }

  /// How many pages there are, by the head of one of them.
  static func count(of document: Document) -> Int? {
    (try? WorldBankPage(document, of: WorldBank()))?.head.pages?.value
  }
}

/// What is wrong with a JSON text, in words.
struct JSONFault: CustomStringConvertible {
  let description: String

  init(_ error: any Error) {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): description = "JSON without “\(key.stringValue)”"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let path = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }
      description = "JSON of another shape at “\(path.joined(separator: "."))”"
    case .dataCorrupted, nil: description = "a text that is not JSON"
    @unknown default: description = "a text that is not JSON"
    }
  }
}
