public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A publisher's interface: where its files are, and how figures are read out of them.
///
/// Files are read the same way whether they were fetched or given by the user.
public protocol Publisher: Sendable {
  /// The source whose table the figures belong to.
  var source: Source { get }
  /// The scheme and host of the public address, which a mirror may stand in for.
  var base: String { get }

  /// Fetches the files that make up the source.
  ///
  /// - Parameters:
  ///   - base: The scheme, host and port to ask in place of the public ones.
  ///   - client: Who asks.
  ///   - receipts: What was answered last time; an answer that has not changed is not sent again.
  ///   - time: The time to write on the receipts.
  /// - Returns: The files, or nothing where none has changed.
  /// - Throws: The first reason why a file could not be fetched.
  func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]?

  /// Whether a file looks like one of this publisher's.
  func recognises(_ document: Document) -> Bool

  /// Reads the figures.
  ///
  /// - Throws: The finding for which nothing in the files can be believed.
  func read(_ documents: [Document]) throws(Finding) -> Delivery
}
