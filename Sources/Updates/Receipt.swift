#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What is remembered of one answer of a publisher, or of one file that was read.
public struct Receipt: Codable, Hashable, Sendable {
  /// The address that was asked, or the path of the file.
  public let address: String
  /// When, by the clock of the command.
  public let time: Date
  /// The status of the answer; 200 for a file.
  public let status: Int
  public let entityTag: String?
  public let lastModified: String?
  /// In hexadecimal.
  public let sha256: String
  public let bytes: Int
}
