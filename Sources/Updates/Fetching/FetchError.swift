/// A reason why a publisher's file could not be fetched.
public enum FetchError: Error, Hashable, Sendable {
  /// The address is not one of `http` or `https`.
  case badAddress(String)
  /// Nobody answers there.
  case refused(String)
  /// The host has no address.
  case unknownHost(String)
  /// The connection ended before the answer did.
  case truncated(String)
  /// The answer did not come in time.
  case deadline(String)
  /// The answer is larger than any file of the publisher.
  case tooLarge(String, limit: Int)
  /// The answer leads to a host or scheme that is not trusted.
  case redirect(String, to: String)
  case redirectLoop(String)
  /// The certificate or the encryption is not to be trusted.
  case insecure(String)
  /// Another status than 200 or 304.
  case status(String, Int, retryAfter: Double?)
  /// The run was stopped.
  case cancelled(String)
}

extension FetchError: CustomStringConvertible {
  /// One sentence that names the address.
  public var description: String {
    switch self {
    case .badAddress(let address): "\(address) is not an address of http or https."
    case .refused(let address): "\(address) refuses the connection."
    case .unknownHost(let address): "The host of \(address) cannot be found."
    case .truncated(let address): "\(address) ended before its answer did."
    case .deadline(let address): "\(address) did not answer in time."
    case .tooLarge(let address, let limit): "\(address) answers with more than \(limit) bytes."
    case .redirect(let address, let other):
      "\(address) redirects to \(other), which is neither its host nor a listed one."
    case .redirectLoop(let address): "\(address) redirects in a circle."
    case .insecure(let address): "\(address) has no certificate that can be trusted."
    case .status(let address, let status, _): "\(address) answers with status \(status)."
    case .cancelled(let address): "Fetching \(address) was stopped."
    }
  }
}
