/// Somebody who can ask for a file over HTTP.
public protocol HTTPFetching: Sendable {
  /// Asks once or, if it is in the nature of the client, several times.
  ///
  /// - Throws: A reason why there is no answer of status 200 or 304.
  func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse
}

/// What is asked for, and what is already known.
public struct FetchRequest: Hashable, Sendable {
  public var address: String
  /// Sent as `If-None-Match`.
  public var entityTag: String?
  /// Sent as `If-Modified-Since`.
  public var lastModified: String?

  public init(address: String, entityTag: String? = nil, lastModified: String? = nil) {
    self.address = address
    self.entityTag = entityTag
    self.lastModified = lastModified
  }
}

/// A whole answer.
public struct FetchResponse: Sendable {
  public let status: Int
  public let entityTag: String?
  public let lastModified: String?
  public let mediaType: String?
  public let body: [UInt8]

  public init(
    status: Int, entityTag: String? = nil, lastModified: String? = nil, mediaType: String? = nil,
    body: [UInt8]
  ) {
    self.status = status
    self.entityTag = entityTag
    self.lastModified = lastModified
    self.mediaType = mediaType
    self.body = body
  }
}
