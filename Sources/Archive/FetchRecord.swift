public import Foundation

/// One answer of a publisher, or of a file in its place.
public struct FetchRecord: Hashable, Sendable {
  public let source: String
  public let address: String
  public let time: Date
  /// The status of HTTP; nothing where there was no answer.
  public let status: Int?
  public let entityTag: String?
  /// The SHA-256 digest of what came, in hexadecimal.
  public let sha256: String?

  public init(
    source: String, address: String, time: Date, status: Int?, entityTag: String? = nil,
    sha256: String? = nil
  ) {
    self.source = source
    self.address = address
    self.time = time
    self.status = status
    self.entityTag = entityTag
    self.sha256 = sha256
  }
}

/// Something that a check found, or that kept a source from being fetched.
public struct FindingRecord: Hashable, Codable, Sendable {
  public let source: String
  /// The name of the check.
  public let name: String
  /// One sentence.
  public let words: String
  /// Where what it was found in is kept.
  public let file: String?

  public init(source: String, name: String, words: String, file: String? = nil) {
    self.source = source
    self.name = name
    self.words = words
    self.file = file
  }
}
