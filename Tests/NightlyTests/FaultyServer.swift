import Datasets
import Foundation
import Panels
import Synchronization
import TestSupport
import Updates

/// The World Bank's interface in three states on this machine, and all that can go wrong with it.
final class FaultyServer: Sendable {
  /// What the answers are made from.
  struct Script: Sendable {
    var figures: [Figure]
    var fault: Fault?
    /// How many answers are sound before the fault.
    var soundAnswers = 0
    /// How many answers the fault spoils.
    var spoiltAnswers = Int.max
    /// Where in an answer it breaks, from 0 to 1.
    var place = 0.5
    /// Counts the states of the figures.
    var edition = 1
  }

  /// What the answers follow, and how many were spoilt.
  fileprivate final class State: Sendable {
    let script: Mutex<Script>
    let spoilt = Mutex(0)
    let base = Mutex("")

    init(_ script: Script) { self.script = Mutex(script) }
  }

  private let state: State
  private let server: ScriptedServer

  /// A value that no publisher ever said: where it is found, something false was believed.
  static let poison = 987_654_321_987.0

  init(figures: [Figure]) throws {
    let state = State(Script(figures: figures))
    self.state = state
    server = try ScriptedServer { state.answer(to: $0) }
    state.base.withLock { $0 = server.base }
  }

  var base: String { server.base }
  /// How many answers were spoilt so far.
  var spoilt: Int { state.spoilt.withLock { $0 } }

  /// The figures that the publisher has from now on, without a fault.
  func say(_ figures: [Figure]) {
    state.script.withLock { script in
      let isNew = script.figures != figures
      script = Script(figures: figures, edition: script.edition + (isNew ? 1 : 0))
    }
  }

  /// Nothing goes wrong any more.
  func mend() { state.script.withLock { $0.fault = nil } }

  /// Has something go wrong with some of the answers to come.
  func fail(_ fault: Fault, after sound: Int, for count: Int, at place: Double) {
    state.script.withLock { script in
      script.fault = fault
      script.soundAnswers = sound
      script.spoiltAnswers = count
      script.place = place
    }
  }
}

extension FaultyServer.State {
  fileprivate func answer(to request: ScriptedServer.Request) -> [ScriptedServer.Step] {
    let (script, fault) = script.withLock { script in (script, script.next()) }
    let answers = TinyAnswers(script.figures)
    guard let fault else {
      let tag = "\"\(script.edition)\""
      if request.headers["if-none-match"] == tag {
        return [.answer("304 Not Modified", ["ETag: \(tag)"])]
      }
      return [.answer("200 OK", ["ETag: \(tag)"], text: answers.text(for: request.target))]
    }
    spoilt.withLock { $0 += 1 }
    return fault.steps(answers, request, base: base.withLock { $0 }, place: script.place)
  }
}

extension FaultyServer.Script {
  /// What goes wrong with the next answer; nothing while answers are sound.
  fileprivate mutating func next() -> FaultyServer.Fault? {
    if soundAnswers > 0 {
      soundAnswers -= 1
      return nil
    }
    guard fault != nil, spoiltAnswers > 0 else { return nil }
    spoiltAnswers -= 1
    return fault
  }
}

/// Pages of the World Bank's interface, with the figures at hand.
struct TinyAnswers {
  let figures: [Figure]

  init(_ figures: [Figure]) { self.figures = figures }

  /// The answer to a target, with names, keys, numbers of rows or figures replaced.
  func text(
    for target: String, title: (String) -> String = { WorldBankAnswers.titles[$0] ?? $0 },
    code: String = "countryiso3code", extraRows: Int = 0, value: (Figure) -> Double? = { $0.value }
  ) -> String {
    let path = target.split(separator: "?", maxSplits: 1).map(String.init)
    let series = path[0].split(separator: "/").last.map(String.init) ?? ""
    let query = path.count > 1 ? path[1].split(separator: "&") : []
    func number(_ name: String) -> Int {
      query.first { $0.hasPrefix(name + "=") }.flatMap { Int($0.dropFirst(name.count + 1)) } ?? 1
    }
    let rows = figures.filter { $0.series == series }.map { figure in
      """
      {"indicator":{"id":"\(series)","value":"\(title(series))"},"country":{"id":"XX","value":"X"},\
      "\(code)":"\(figure.power.code)","date":"\(figure.year)",\
      "value":\(value(figure).map { "\($0)" } ?? "null"),"decimal":0}
      """
    }
    let (size, page) = (number("per_page"), number("page"))
    let pages = max(1, (rows.count + size - 1) / size)
    let shown = rows.dropFirst((page - 1) * size).prefix(size)
    return """
      [{"page":\(page),"pages":\(pages),"per_page":"\(size)","total":\(rows.count + extraRows),\
      "lastupdated":"2026-11-01"},[\(shown.joined(separator: ","))]]
      """
  }
}
