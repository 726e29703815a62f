/// Asks again where it may help, after a pause, and never too much at once.
///
/// The pause doubles from one second, is shortened at random by up to a half, so that many users
/// do not come back together, and is what the publisher asks for where it does, up to a limit.
public struct PatientFetcher: HTTPFetching {
  /// How often an address is asked at most.
  public var attempts = 4
  /// The longest pause, whatever the publisher asks for.
  public var longestPause: Duration = .seconds(60)
  /// What the pauses are drawn from.
  public var seed: UInt64 = 1

  private let client: any HTTPFetching
  private let gate: RequestGate
  private let pause: @Sendable (Duration) async -> Void

  /// - Parameters:
  ///   - client: Who asks.
  ///   - atOnce: How many answers may be awaited together.
  ///   - pause: How time is let pass.
  public init(
    _ client: any HTTPFetching, atOnce: Int = 4,
    pause: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
  ) {
    self.client = client
    gate = RequestGate(atOnce)
    self.pause = pause
  }

  public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
    var attempt = 1
    while true {
      do throws(FetchError) {
        await gate.enter()
        defer { gate.leave() }
        return try await client.fetch(request)
      } catch {
        guard attempt < attempts, error.isPassing, !Task.isCancelled else { throw error }
        await pause(wait(after: attempt, error, request.address))
        attempt += 1
      }
    }
  }

  /// The pause after an attempt that failed.
  func wait(after attempt: Int, _ error: FetchError, _ address: String) -> Duration {
    if case .status(_, _, let seconds?) = error {
      return min(.seconds(seconds), longestPause)
    }
    let whole = Duration.seconds(1 << min(attempt - 1, 10))
    return min(whole * jitter(address, attempt), longestPause)
  }

  /// A number from one half to one that depends on the seed, the address and the attempt alone.
  ///
  /// **Source.** Steele, Lea and Flood, *Fast splittable pseudorandom number generators* (2014),
  /// over the FNV-1a hash of the address.
  private func jitter(_ address: String, _ attempt: Int) -> Double {
    var word = address.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    word = word &+ seed &+ UInt64(attempt) &* 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    word ^= word >> 31
    return 0.5 + Double(word >> 11) / Double(1 << 53 as UInt64) / 2
  }
}

extension FetchError {
  /// Whether the same question may be answered a little later.
  var isPassing: Bool {
    switch self {
    case .refused, .unknownHost, .truncated, .deadline: true
    case .status(_, let status, _): [408, 429, 500, 502, 503, 504].contains(status)
    case .badAddress, .tooLarge, .redirect, .redirectLoop, .insecure, .cancelled: false
    }
  }
}
