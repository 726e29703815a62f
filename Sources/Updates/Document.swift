public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A file of a publisher, whether it came over the network or from a disk.
public struct Document: Sendable {
  /// The last part of its path or address.
  public let name: String
  public let bytes: [UInt8]
  public let receipt: Receipt
  /// What it holds, unpacked.
  let contents: Contents

  public init(
    address: String, bytes: [UInt8], time: Date, status: Int = 200, entityTag: String? = nil,
    lastModified: String? = nil
  ) {
    let path = address.split(separator: "?").first.map(String.init) ?? address
    name = path.split(separator: "/").last.map(String.init) ?? address
    self.bytes = bytes
    contents = Contents(of: bytes, named: name)
    receipt = Receipt(
      address: address, time: time, status: status, entityTag: entityTag,
      lastModified: lastModified, sha256: Digest(of: bytes.span).hexadecimal,
      bytes: bytes.count)
  }

  /// Reads a file.
  ///
  /// - Throws: A reason why it cannot be read.
  public init(path: String, time: Date) throws(DataError) {
    self.init(address: path, bytes: try FileContents(path: path).bytes, time: time)
  }
}

extension Document {
  /// What it holds, in a few words.
  public var kind: String {
    switch contents {
    case .workbook(let workbook):
      "a workbook with the sheets \(workbook.sheets.prefix(12).joined(separator: ", "))"
    case .tables(let tables):
      "a comma-separated table (\(tables.map(\.name).joined(separator: ", ")))"
    case .json: "JSON"
    case .page: "a page of HTML or XML"
    case .empty: "empty"
    case .unreadable(.damaged(let words)): "damaged (\(words))"
    case .unreadable(.tooLarge(let words)): "too large (\(words))"
    }
  }
}
