#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Asks once, through libcurl, within limits.
///
/// Redirections are followed here, one by one, so that none leads to where it must not. See note 2.
public struct CurlFetcher: HTTPFetching {
  /// More redirections than any publisher needs.
  static let mostRedirects = 8

  /// How long one answer may take, from the first question to the last byte.
  public var deadline: Duration = .seconds(180)
  /// How long the publisher may be silent.
  public var silence: Duration = .seconds(30)
  /// How many bytes an answer may have, unpacked.
  public var limit = 400_000_000
  /// Hosts to which an answer may lead beside the one that was asked.
  public var trustedHosts: Set<String> = []
  public var userAgent = "Primacy (a forecaster of power transitions)"

  public init() {}

  public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
    let start = ContinuousClock.now
    let origin = try host(of: request.address)
    var address = request.address
    for _ in 0...Self.mostRedirects {
      let left = deadline - start.duration(to: .now)
      guard left > .zero else { throw .deadline(request.address) }
      let transfer = Transfer(self, request, at: address, within: left)
      switch await transfer.answer() {
      case .failure(let error): throw error
      case .success(.whole(let response)): return response
      case .success(.elsewhere(let next)):
        try check(next, from: address, origin, request.address)
        address = next
      }
    }
    throw .redirectLoop(request.address)
  }

  private func host(of address: String) throws(FetchError) -> String {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = url.host(), !host.isEmpty
    else { throw .badAddress(address) }
    return host.lowercased()
  }

  /// An answer may lead to the same host or a listed one, and never from https to http.
  private func check(
    _ next: String, from last: String, _ origin: String, _ address: String
  ) throws(FetchError) {
    let host: String
    do throws(FetchError) {
      host = try self.host(of: next)
    } catch { throw .redirect(address, to: next) }
    let isDowngrade =
      last.lowercased().hasPrefix("https:") && !next.lowercased().hasPrefix("https:")
    guard !isDowngrade, host == origin || trustedHosts.contains(host) else {
      throw .redirect(address, to: next)
    }
  }
}
