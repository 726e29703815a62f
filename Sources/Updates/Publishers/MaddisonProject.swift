public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The Maddison Project: the workbook whose sheet `Full data` has output per head and population.
public struct MaddisonProject: LongWorkbook {
  public init() {}

  public var source: Source { .maddison }
  public var base: String { "https://dataverse.nl" }
  /// The workbook of the 2023 release.
  static let path = "/api/access/datafile/421302"

  static let sheet = "Full data"
  static let prices = (before: "Real GDP per capita in ", year: 2011)

  public func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    try await documents(at: [base + Self.path], with: client, since: receipts, at: time)
  }

  /// Four digits after `mpd`, or after the title in a text.
  static func edition(_ name: String, _ texts: [String]) -> String? {
    for (text, mark) in [(name, "mpd")] + texts.map({ ($0, "Maddison Project Database ") }) {
      guard let start = text.range(ofText: mark) else { continue }
      let year = text[start...].drop { $0 == "(" || $0 == " " }.prefix(4)
      if year.count == 4, Int(year) != nil { return String(year) }
    }
    return nil
  }
}
