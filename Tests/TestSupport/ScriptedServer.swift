import Foundation
import Glibc
import Synchronization

/// A server on this machine that answers as a test says, to the byte, faults included.
public final class ScriptedServer: Sendable {
  /// What was asked.
  public struct Request: Sendable {
    /// The path and the query.
    public let target: String
    /// By names in lower case.
    public let headers: [String: String]
  }

  /// What happens on the connection, one after the other; at the end it is closed.
  public enum Step: Sendable {
    case send([UInt8])
    case wait(Double)
    /// The connection is reset instead of closed.
    case reset
  }

  public let port: Int
  private let socket: Int32
  private let requests = Mutex<[Request]>([])
  private let isStopped = Atomic(false)

  /// - Parameter answer: What happens for each request.
  /// - Throws: A reason why no port could be opened.
  public init(_ answer: @escaping @Sendable (Request) -> [Step]) throws {
    signal(SIGPIPE, SIG_IGN)
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.socket = socket
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(socket, pointer, length) == 0 && listen(socket, 64) == 0
          && getsockname(socket, pointer, &length) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard isOpen else { throw CocoaError(.fileReadUnknown) }
    Thread.detachNewThread { [weak self, socket] in
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0 else {
          close(socket)
          return
        }
        Thread.detachNewThread { [weak self] in
          defer { close(connection) }
          self?.serve(connection, answer)
        }
      }
    }
  }

  deinit { stop() }

  public var base: String { "http://127.0.0.1:\(port)" }

  /// What was asked so far, in order.
  public var asked: [Request] { requests.withLock { $0 } }

  /// Closes the port; whoever asks from now on is refused.
  ///
  /// The thread that waits there closes the socket, so that its number is not used again before.
  public func stop() {
    guard !isStopped.exchange(true, ordering: .relaxed) else { return }
    shutdown(socket, Int32(SHUT_RDWR))
  }

  private func serve(_ connection: Int32, _ answer: (Request) -> [Step]) {
    guard let request = Self.read(connection) else { return }
    requests.withLock { $0.append(request) }
    for step in answer(request) {
      switch step {
      case .send(let bytes): guard Self.write(bytes, connection) else { return }
      case .wait(let seconds): Thread.sleep(forTimeInterval: seconds)
      case .reset:
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
          connection, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
        return
      }
    }
    shutdown(connection, Int32(SHUT_WR))
    var rest = [UInt8](repeating: 0, count: 4096)
    while recv(connection, &rest, rest.count, 0) > 0 {}
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0, bytes.count < 65_536 else { return nil }
      bytes += chunk[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return Request(target: String(words[1]), headers: headers)
  }

  private static func write(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

extension ScriptedServer.Step {
  /// A whole answer.
  ///
  /// - Parameters:
  ///   - status: The status and its words.
  ///   - headers: Further lines.
  ///   - body: The body.
  ///   - length: What is said of its length, where that is not the truth.
  /// - Returns: The bytes to send.
  public static func answer(
    _ status: String = "200 OK", _ headers: [String] = [], body: [UInt8] = [],
    length: Int? = nil
  ) -> Self {
    let lines =
      ["HTTP/1.1 \(status)", "Content-Length: \(length ?? body.count)", "Connection: close"]
      + headers
    return .send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  public static func answer(
    _ status: String = "200 OK", _ headers: [String] = [], text: String
  ) -> Self {
    .answer(status, headers, body: Array(text.utf8))
  }
}
