public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The Penn World Table: the workbook whose sheet `Data` has a column a series.
///
/// Version 10 is in prices of 2017, version 11 in prices of 2021; the later one is linked to the
/// figures in use in 2017. See note 4.
public struct PennWorldTable: LongWorkbook {
  public init() {}

  public var source: Source { .penn }
  public var base: String { "https://dataverse.nl" }
  /// The workbook of version 10.01.
  static let path = "/api/access/datafile/354095"

  static let sheet = "Data"
  static let prices = (before: "Real GDP at constant ", year: 2017)
  static let linkedPrices: Set<Int> = [2021]

  public func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    try await documents(at: [base + Self.path], with: client, since: receipts, at: time)
  }

  /// `pwt1001` is version 10.01, `pwt110` version 11.0; else what the texts say.
  static func edition(_ name: String, _ texts: [String]) -> String? {
    if let start = name.lowercased().range(ofText: "pwt") {
      let digits = name.lowercased()[start...].prefix { $0.isNumber }
      let whole = digits.first == "1" ? 2 : 1
      if digits.count >= 2 { return "\(digits.prefix(whole)).\(digits.dropFirst(whole))" }
    }
    for text in texts where text.contains("Penn World Table") {
      guard let start = text.range(ofText: "version ") else { continue }
      let number = text[start...].prefix { $0.isNumber || $0 == "." }
      if Double(number) != nil { return String(number) }
    }
    return nil
  }
}
