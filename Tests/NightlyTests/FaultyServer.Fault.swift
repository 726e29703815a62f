import Datasets
import Foundation
import Panels
import TestSupport

extension FaultyServer {
  /// What goes wrong with an answer.
  enum Fault: CaseIterable, Sendable {
    // The connection
    case refused, reset, slow, closedAtOnce
    case truncatedHead, truncatedBody, truncatedChunk, tooShort, tooLong
    // The status
    case notModified, tooManyRequests, serverError, unavailable, notFound
    case redirectLoop, redirectElsewhere, redirectToFile
    // The contents
    case page, nothing, brokenJSON, otherShape, message
    case gzipBomb, encodedBomb, zipBomb
    case renamedKey, otherUnit, otherBaseYear, missingRows, vanishedCountry, vanishedYears
    case zeros, leap, text

    func steps(
      _ answers: TinyAnswers, _ request: ScriptedServer.Request, base: String, place: Double
    ) -> [ScriptedServer.Step] {
      let target = request.target
      let text = answers.text(for: target)
      let bytes = Array(text.utf8)
      let part = Array(bytes.prefix(Int(Double(bytes.count) * place)))
      let poison = FaultyServer.poison
      switch self {
      // A port that is closed is the night's doing: see FaultyCourse.
      case .refused, .closedAtOnce: return []
      case .reset: return [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n".utf8)), .reset]
      case .slow: return [.wait(0.4), .answer(text: text)]
      case .truncatedHead:
        let head = Array("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-".utf8)
        return [.send(Array(head.prefix(1 + Int(Double(head.count - 1) * place))))]
      case .truncatedBody: return [.answer(body: part, length: bytes.count)]
      case .truncatedChunk:
        let size = String(bytes.count, radix: 16)
        return [
          .send(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n".utf8)),
          .send(part),
        ]
      case .tooShort: return [.answer(body: bytes, length: Int(Double(bytes.count - 1) * place))]
      case .tooLong: return [.answer(body: bytes, length: bytes.count + 1 + Int(place * 1000))]
      case .notModified: return [.answer("304 Not Modified")]
      case .tooManyRequests: return [.answer("429 Too Many Requests", ["Retry-After: 1"])]
      case .serverError: return [.answer("500 Internal Server Error", text: text)]
      case .unavailable: return [.answer("503 Service Unavailable", ["Retry-After: soon"])]
      case .notFound: return [.answer("404 Not Found", text: "<html></html>")]
      case .redirectLoop: return [.answer("302 Found", ["Location: \(base)\(target)"])]
      case .redirectElsewhere:
        let other = base.replacing("127.0.0.1", with: "localhost")
        return [.answer("301 Moved Permanently", ["Location: \(other)\(target)"])]
      case .redirectToFile: return [.answer("302 Found", ["Location: file:///etc/passwd"])]
      case .page: return [.answer(text: "<!doctype html><title>Maintenance</title>")]
      case .nothing: return [.answer(text: "")]
      case .brokenJSON: return [.answer(body: part.isEmpty ? [0x5B] : part)]
      case .otherShape: return [.answer(text: #"{"page":1,"rows":[{"value":1}]}"#)]
      case .message:
        return [.answer(text: #"[{"message":[{"id":"120","key":"Invalid","value":"No"}]}]"#)]
      case .gzipBomb: return [.answer(body: Self.bombs["bomb.gz"] ?? [])]
      case .encodedBomb:
        return [.answer("200 OK", ["Content-Encoding: gzip"], body: Self.bombs["bomb.gz"] ?? [])]
      case .zipBomb: return [.answer(body: Self.bombs["bomb.zip"] ?? [])]
      case .renamedKey:
        return [.answer(text: answers.text(for: target, code: "iso3", value: { _ in poison }))]
      case .otherUnit:
        let title = { (series: String) in "\(series) (Martian dollars)" }
        return [.answer(text: answers.text(for: target, title: title, value: { _ in poison }))]
      case .otherBaseYear:
        let title = { (_: String) in "GDP, PPP (constant 2030 international $)" }
        return [.answer(text: answers.text(for: target, title: title, value: { _ in poison }))]
      case .missingRows: return [.answer(text: answers.text(for: target, extraRows: 3))]
      case .vanishedCountry:
        let rest = answers.figures.filter { $0.power != .unitedStates }
        return [.answer(text: TinyAnswers(rest).text(for: target))]
      case .vanishedYears:
        let rest = answers.figures.filter { $0.year < 2000 }
        return [.answer(text: TinyAnswers(rest).text(for: target))]
      case .zeros:
        let zero = answers.text(for: target, value: { $0.year == 2024 ? 0 : $0.value })
        return [.answer(text: zero)]
      case .leap:
        let leap = answers.text(for: target, value: { $0.year == 2020 ? poison : $0.value })
        return [.answer(text: leap)]
      case .text: return [.answer(text: text.replacing("\"value\":1", with: "\"value\":\"1\""))]
      }
    }

    private static let bombs: [String: [UInt8]] = {
      let folder = #filePath.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" }
      return ["bomb.gz", "bomb.zip"].reduce(into: [:]) { bombs, name in
        let path = "\(folder)/UpdatesTests/Files/Hostile/\(name)"
        bombs[name] = FileManager.default.contents(atPath: path).map(Array.init)
      }
    }()
  }
}
