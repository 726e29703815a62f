import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Updates

/// What can go wrong on the way, each against a server that does it.
@Suite("Fetching")
struct FetchingTests {
  @Test func `an answer comes whole, with what is needed to ask again`() async throws {
    let server = try ScriptedServer { _ in
      [
        .answer(
          "200 OK", ["ETag: \"a1\"", "Last-Modified: Mon, 01 Jun 2026 00:00:00 GMT"], text: "[1]")
      ]
    }
    let response = try await CurlFetcher().fetch(.init(address: server.base + "/x"))
    #expect(response.body == Array("[1]".utf8))
    #expect(response.entityTag == "\"a1\"")
    #expect(response.lastModified == "Mon, 01 Jun 2026 00:00:00 GMT")
    #expect(server.asked.first?.headers["user-agent"]?.hasPrefix("Primacy") == true)
  }

  @Test func `what has not changed is not sent again`() async throws {
    let server = try ScriptedServer { request in
      request.headers["if-none-match"] == "\"a1\"" && request.headers["if-modified-since"] == "then"
        ? [.answer("304 Not Modified")] : [.answer(text: "new")]
    }
    let response = try await CurlFetcher().fetch(
      .init(address: server.base + "/x", entityTag: "\"a1\"", lastModified: "then"))
    #expect(response.status == 304)
    #expect(response.body.isEmpty)
  }

  @Test func `a closed port refuses`() async throws {
    let server = try ScriptedServer { _ in [] }
    server.stop()
    #expect(await failure(at: server.base + "/x") == .refused(server.base + "/x"))
  }

  @Test(arguments: [
    [ScriptedServer.Step.reset],
    [.send(Array("HTTP/1.1 200 OK\r\nContent-Le".utf8))],
    [.answer(body: Array("half".utf8), length: 4000)],
    [.answer(body: Array("half".utf8), length: 4000), .reset],
    [.send(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n".utf8))],
    [],
  ])
  func `an answer that breaks off is truncated`(steps: [ScriptedServer.Step]) async throws {
    let server = try ScriptedServer { _ in steps }
    #expect(await failure(at: server.base + "/x") == .truncated(server.base + "/x"))
  }

  @Test func `silence and dribbling end at the deadline`() async throws {
    let silent = try ScriptedServer { _ in [.wait(6), .answer(text: "late")] }
    let dribbling = try ScriptedServer { _ in
      [.answer(body: [], length: 1000)]
        + [[ScriptedServer.Step]](
          repeating: [.send([0x20]), .wait(0.2)], count: 40
        ).flatMap(\.self)
    }
    var fetcher = CurlFetcher()
    fetcher.deadline = .seconds(1)
    for server in [silent, dribbling] {
      #expect(await failure(at: server.base, fetcher) == .deadline(server.base))
    }
  }

  @Test(arguments: [404, 429, 500, 503])
  func `a status is named`(status: Int) async throws {
    let server = try ScriptedServer { _ in [.answer("\(status) No", ["Retry-After: 7"], text: "no")]
    }
    #expect(await failure(at: server.base) == .status(server.base, status, retryAfter: 7))
  }

  @Test func `more than the limit is too much, said or not`() async throws {
    var fetcher = CurlFetcher()
    fetcher.limit = 10_000
    let said = try ScriptedServer { _ in [.answer(body: [UInt8](repeating: 48, count: 20_000))] }
    #expect(await failure(at: said.base, fetcher) == .tooLarge(said.base, limit: 10_000))
    let chunk = Array("4e20\r\n".utf8) + [UInt8](repeating: 48, count: 20_000) + Array("\r\n".utf8)
    let unsaid = try ScriptedServer { _ in
      [.send(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8) + chunk)]
    }
    #expect(await failure(at: unsaid.base, fetcher) == .tooLarge(unsaid.base, limit: 10_000))
  }

  /// Thirty million bytes from thirty thousand.
  @Test func `a packed answer is measured unpacked`() async throws {
    let bomb = Array(try Data(contentsOf: URL(filePath: "\(files)/Hostile/bomb.gz")))
    let server = try ScriptedServer { _ in
      [.answer("200 OK", ["Content-Encoding: gzip"], body: bomb)]
    }
    var fetcher = CurlFetcher()
    fetcher.limit = 1_000_000
    #expect(await failure(at: server.base, fetcher) == .tooLarge(server.base, limit: 1_000_000))
  }

  @Test func `redirections on the same host are followed, in a circle not`() async throws {
    let server = try ScriptedServer { request in
      switch request.target {
      case "/old": [.answer("301 Moved", ["Location: /new"])]
      case "/new": [.answer(text: "here")]
      default: [.answer("302 Found", ["Location: /round"])]
      }
    }
    var fetcher = CurlFetcher()
    // A machine that is busy may let minutes pass between two hops.
    fetcher.deadline = .seconds(3600)
    let response = try await fetcher.fetch(.init(address: server.base + "/old"))
    #expect(response.body == Array("here".utf8))
    #expect(
      await failure(at: server.base + "/round", fetcher) == .redirectLoop(server.base + "/round"))
  }

  @Test(arguments: ["http://localhost:1/x", "file:///etc/passwd", "ftp://127.0.0.1/x"])
  func `redirections to elsewhere are not followed`(target: String) async throws {
    let server = try ScriptedServer { _ in [.answer("302 Found", ["Location: \(target)"])] }
    #expect(await failure(at: server.base) == .redirect(server.base, to: target))
    #expect(server.asked.count == 1)
  }

  @Test func `a host that is listed may be led to`() async throws {
    let other = try ScriptedServer { _ in [.answer(text: "there")] }
    let server = try ScriptedServer { _ in
      [.answer("302 Found", ["Location: http://localhost:\(other.port)/x"])]
    }
    var fetcher = CurlFetcher()
    fetcher.trustedHosts = ["localhost"]
    fetcher.deadline = .seconds(3600)
    let response = try await fetcher.fetch(.init(address: server.base))
    #expect(response.body == Array("there".utf8))
  }

  @Test(arguments: ["ftp://host/x", "nothing", "http://", "file:///etc/passwd"])
  func `an address of another kind is none`(address: String) async {
    #expect(await failure(at: address) == .badAddress(address))
  }

  private func failure(at address: String, _ fetcher: CurlFetcher = CurlFetcher()) async
    -> FetchError?
  {
    do throws(FetchError) {
      _ = try await fetcher.fetch(.init(address: address))
      return nil
    } catch { return error }
  }
}

@Suite("Asking again")
struct PatienceTests {
  /// What the pauses were, in seconds.
  private final class Pauses: Sendable {
    let all = Mutex<[Double]>([])
    func add(_ pause: Duration) { all.withLock { $0.append(pause / .seconds(1)) } }
  }

  @Test func `what passes is asked again, with pauses that double and are drawn`() async throws {
    let count = Mutex(0)
    let server = try ScriptedServer { _ in
      count.withLock {
        $0 += 1; return $0
      } < 4 ? [.answer("503 No", text: "")] : [.answer(text: "yes")]
    }
    let pauses = Pauses()
    let client = PatientFetcher(CurlFetcher()) { pauses.add($0) }
    #expect(try await client.fetch(.init(address: server.base)).body == Array("yes".utf8))
    let taken = pauses.all.withLock { $0 }
    #expect(taken.count == 3)
    for (pause, whole) in zip(taken, [1.0, 2, 4]) { #expect((whole / 2...whole).contains(pause)) }
    #expect(Set(zip(taken, [1.0, 2, 4]).map { $0 / $1 }).count == 3)
  }

  @Test func `what does not pass is asked once`() async throws {
    let server = try ScriptedServer { _ in [.answer("404 No", text: "")] }
    let client = PatientFetcher(CurlFetcher()) { _ in }
    await #expect(throws: FetchError.self) { try await client.fetch(.init(address: server.base)) }
    #expect(server.asked.count == 1)
  }

  @Test func `after four attempts it is given up`() async throws {
    let server = try ScriptedServer { _ in [.answer("500 No", text: "")] }
    let client = PatientFetcher(CurlFetcher()) { _ in }
    await #expect(throws: FetchError.status(server.base, 500, retryAfter: nil)) {
      try await client.fetch(.init(address: server.base))
    }
    #expect(server.asked.count == 4)
  }

  /// A second and a third by hand; RFC 9110 allows a number of seconds or a date.
  @Test func `a publisher's wish is heeded, up to a minute`() {
    let client = PatientFetcher(CurlFetcher())
    func wait(_ seconds: Double) -> Duration {
      client.wait(after: 1, .status("a", 429, retryAfter: seconds), "a")
    }
    #expect(wait(7) == .seconds(7))
    #expect(wait(86_400) == .seconds(60))
    #expect(RetryAfter("120", sent: nil).seconds == 120)
    #expect(RetryAfter("-5", sent: nil).seconds == 0)
    #expect(RetryAfter("soon", sent: nil).seconds == nil)
    #expect(
      RetryAfter("Sun, 06 Nov 1994 08:50:37 GMT", sent: "Sun, 06 Nov 1994 08:49:37 GMT").seconds
        == 60)
  }

  @Test func `the same seed pauses the same`() {
    var first = PatientFetcher(CurlFetcher())
    let second = PatientFetcher(CurlFetcher())
    #expect(first.wait(after: 2, .refused("a"), "a") == second.wait(after: 2, .refused("a"), "a"))
    first.seed = 2
    #expect(first.wait(after: 2, .refused("a"), "a") != second.wait(after: 2, .refused("a"), "a"))
  }

  @Test func `a few are asked at once`() async throws {
    let now = Mutex((current: 0, most: 0))
    let server = try ScriptedServer { _ in
      now.withLock {
        $0.current += 1; $0.most = max($0.most, $0.current)
      }
      Thread.sleep(forTimeInterval: 0.02)
      now.withLock { $0.current -= 1 }
      return [.answer(text: "yes")]
    }
    let client = PatientFetcher(CurlFetcher(), atOnce: 3)
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<20 {
        group.addTask { _ = try? await client.fetch(.init(address: "\(server.base)/\(index)")) }
      }
    }
    #expect(server.asked.count == 20)
    #expect(now.withLock { $0.most } <= 3)
  }
}
