import CCurl
import Dispatch
import Synchronization

extension CurlFetcher {
  /// One question and its answer, while it is on the way.
  final class Transfer: Sendable {
    enum Answer: Sendable {
      case whole(FetchResponse)
      case elsewhere(String)
    }

    private let settings: CurlFetcher
    private let request: FetchRequest
    private let address: String
    private let time: Duration
    private let isCancelled = Atomic(false)
    private let state = Mutex(State())

    struct State: Sendable {
      var body: [UInt8] = []
      /// By names in lower case.
      var headers: [String: String] = [:]
      var isHeadWhole = false
      var isTooLarge = false
    }

    private static let isReady = primacy_ready() != 0

    init(
      _ settings: CurlFetcher, _ request: FetchRequest, at address: String, within time: Duration
    ) {
      self.settings = settings
      self.request = request
      self.address = address
      self.time = time
    }

    /// Waits for the answer, on a thread of its own.
    func answer() async -> Result<Answer, FetchError> {
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          DispatchQueue.global().async { continuation.resume(returning: self.perform()) }
        }
      } onCancel: {
        isCancelled.store(true, ordering: .relaxed)
      }
    }

    private func perform() -> Result<Answer, FetchError> {
      guard Self.isReady, let handle = primacy_handle() else {
        preconditionFailure("libcurl cannot be started")
      }
      defer { primacy_close(handle) }
      var headers: UnsafeMutablePointer<curl_slist>?
      if let tag = request.entityTag {
        headers = primacy_append(headers, "If-None-Match: \(tag)")
      }
      if let date = request.lastModified {
        headers = primacy_append(headers, "If-Modified-Since: \(date)")
      }
      defer { primacy_free(headers) }
      set(handle, headers)
      let code = withExtendedLifetime(self) { primacy_perform(handle) }
      return result(code, status: primacy_status(handle), handle)
    }

    private func set(_ handle: OpaqueHandle, _ headers: UnsafeMutablePointer<curl_slist>?) {
      primacy_set_text(handle, CURLOPT_URL, address)
      primacy_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
      primacy_set_text(handle, CURLOPT_USERAGENT, settings.userAgent)
      primacy_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
      primacy_set_context(handle, CURLOPT_HTTPHEADER, headers)
      primacy_set_number(handle, CURLOPT_NOSIGNAL, 1)
      primacy_set_number(handle, CURLOPT_NOPROGRESS, 0)
      primacy_set_number(handle, CURLOPT_TIMEOUT_MS, max(1, Int(time / .milliseconds(1))))
      primacy_set_number(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
      primacy_set_number(handle, CURLOPT_LOW_SPEED_TIME, Int(settings.silence / .seconds(1)))
      primacy_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(settings.limit))
      let context = Unmanaged.passUnretained(self).toOpaque()
      primacy_set_context(handle, CURLOPT_WRITEDATA, context)
      primacy_set_sink(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        Transfer.of(context)?.take(bytes, size * count) ?? 0
      }
      primacy_set_context(handle, CURLOPT_HEADERDATA, context)
      primacy_set_sink(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        Transfer.of(context)?.takeHeader(bytes, size * count) ?? 0
      }
      primacy_set_context(handle, CURLOPT_XFERINFODATA, context)
      primacy_set_watch(handle) { context, _, _, _, _ in
        Transfer.of(context)?.isCancelled.load(ordering: .relaxed) == false ? 0 : 1
      }
    }

    private typealias OpaqueHandle = UnsafeMutableRawPointer

    private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
      context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Keeps some of the body; fewer bytes taken than given stop the transfer.
    private func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
      guard let bytes else { return 0 }
      return state.withLock { state in
        guard state.body.count + count <= settings.limit else {
          state.isTooLarge = true
          return 0
        }
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
          state.body.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
        }
        return count
      }
    }

    /// Keeps a line of the head; an empty one ends it.
    private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
      guard let bytes else { return 0 }
      let line = bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
        String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
      }
      state.withLock { state in
        if line.hasPrefix("HTTP/") { (state.headers, state.isHeadWhole) = ([:], false) }
        if line == "\r\n" || line == "\n" { state.isHeadWhole = true }
        guard let colon = line.firstIndex(of: ":") else { return }
        state.headers[line[..<colon].lowercased()] =
          String(line[line.index(after: colon)...]).trimmed
      }
      return count
    }

    private func result(
      _ code: CURLcode, status: Int, _ handle: OpaqueHandle
    ) -> Result<Answer, FetchError> {
      let state = state.withLock { $0 }
      let address = request.address
      guard !state.isTooLarge else { return .failure(.tooLarge(address, limit: settings.limit)) }
      guard code == CURLE_OK else { return .failure(reason(of: code)) }
      guard state.isHeadWhole else { return .failure(.truncated(address)) }
      if (300...399).contains(status), status != 304, let next = primacy_redirect(handle) {
        return .success(.elsewhere(String(cString: next)))
      }
      guard status == 200 || status == 304 else {
        let wait = RetryAfter(state.headers["retry-after"], sent: state.headers["date"])
        return .failure(.status(address, status, retryAfter: wait.seconds))
      }
      return .success(
        .whole(
          FetchResponse(
            status: status, entityTag: state.headers["etag"],
            lastModified: state.headers["last-modified"],
            mediaType: state.headers["content-type"], body: state.body)))
    }

    /// What libcurl's codes mean; all that is left is an answer that broke off.
    private func reason(of code: CURLcode) -> FetchError {
      let address = request.address
      return switch code {
      case CURLE_COULDNT_CONNECT: .refused(address)
      case CURLE_COULDNT_RESOLVE_HOST: .unknownHost(address)
      case CURLE_OPERATION_TIMEDOUT: .deadline(address)
      case CURLE_FILESIZE_EXCEEDED: .tooLarge(address, limit: settings.limit)
      case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badAddress(address)
      case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
        .insecure(address)
      case CURLE_ABORTED_BY_CALLBACK: .cancelled(address)
      default: .truncated(address)
      }
    }
  }
}
