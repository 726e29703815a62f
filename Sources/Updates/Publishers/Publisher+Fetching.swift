#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Publisher {
  /// Fetches some addresses as one: all of them, or nothing where none has changed.
  ///
  /// - Throws: The first reason why one of them is missing.
  func documents(
    at addresses: [String], with client: any HTTPFetching, since receipts: [Receipt],
    at time: Date
  ) async throws(FetchError) -> [Document]? {
    var found: [Document?] = []
    for address in addresses {
      let known = receipts.first { $0.address == address }
      found.append(try await document(at: address, with: client, known, at: time))
    }
    if found.allSatisfy({ $0 == nil }) { return nil }
    var documents: [Document] = []
    for (address, document) in zip(addresses, found) {
      if let document {
        documents.append(document)
      } else if let again = try await self.document(at: address, with: client, nil, at: time) {
        documents.append(again)
      }
    }
    return documents
  }

  /// Fetches one address; nothing where it has not changed.
  func document(
    at address: String, with client: any HTTPFetching, _ known: Receipt?, at time: Date
  ) async throws(FetchError) -> Document? {
    let response = try await client.fetch(
      FetchRequest(
        address: address, entityTag: known?.entityTag, lastModified: known?.lastModified))
    if response.status == 304, known != nil { return nil }
    guard response.status == 200 else {
      throw .status(address, response.status, retryAfter: nil)
    }
    return Document(
      address: address, bytes: response.body, time: time, entityTag: response.entityTag,
      lastModified: response.lastModified)
  }
}
