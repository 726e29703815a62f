public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The Penn World Table: the workbook whose sheet `Data` has a column a series.
public struct PennWorldTable: LongWorkbook {
  public init() {}

  public var source: Source { .penn }
  public var base: String { "https://dataverse.nl" }
  /// The workbook of version 10.01; later versions have prices of another year.
  static let path = "/api/access/datafile/354095"

  static let sheet = "Data"
  static let prices = (before: "Real GDP at constant ", year: 2017)

  public func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    try await documents(at: [base + Self.path], with: client, since: receipts, at: time)
  }

  /// `pwt1001` is version 10.01, `pwt110` version 11.0.
  static func edition(_ name: String, _ texts: [String]) -> String? {
    guard let start = name.lowercased().range(ofText: "pwt") else { return nil }
    let digits = name.lowercased()[start...].prefix { $0.isNumber }
    guard digits.count >= 2 else { return nil }
    let whole = digits.first == "1" ? 2 : 1
    return "\(digits.prefix(whole)).\(digits.dropFirst(whole))"
  }
}
