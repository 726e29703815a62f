import Datasets
import Foundation
import Panels
import TestSupport
import Testing

@testable import Updates

/// Updates against a server that speaks the World Bank's interface with the embedded figures.
@Suite("Updates")
struct UpdateTests {
  let scratch: Scratch
  let store: DataStore
  let base: TableFolder

  init() throws {
    scratch = try Scratch()
    store = DataStore(state: scratch.path + "/state")
    base = TableFolder(path: try scratch.excerptOfEmbedded())
  }

  @Test func `a revised figure is taken over, and nothing the second time`() async throws {
    var answers = WorldBankAnswers()
    answers.states = ["CHN", "GBR", "USA", "TWN", "ABW"]
    answers.changes["CHN,2024,NY.GDP.MKTP.CD"] = "19000000000000"
    let server = try server(answers)
    let outcome = try #require(try await run(server).first)
    #expect(outcome.findings.isEmpty, "\(outcome.findings.first?.description ?? "")")
    #expect(outcome.change.revised == 1)
    #expect(outcome.change.added == 0 && outcome.change.removed == 0)
    let table = try #require(try TableFolder(path: store.data).table(of: .worldBank))
    #expect(table.edition == "2026-10")
    #expect(
      table.figures.first {
        $0.power == .china && $0.year == 2024 && $0.series == "NY.GDP.MKTP.CD"
      }?.value == 19e12)
    _ = try DataSet.load(from: .tables(folder: store.data))

    let again = try #require(try await run(server, over: TableFolder(path: store.data)).first)
    guard case .unchanged = again.result else {
      Issue.record("\(again.result)")
      return
    }
    #expect(try generations() == ["1"])
  }

  /// Workbooks are written with sixteen digits, tables with what a number needs.
  @Test func `digits of a workbook that mean nothing are no revision`() throws {
    let base = TableFolder(path: embeddedFolder)
    let table = try #require(try base.table(of: .penn))
    let publisher = PennWorldTable()
    let delivery = try publisher.read([document("pwt1001.xlsx")]).settled(over: table)
    let known = Dictionary(uniqueKeysWithValues: table.figures.map { ($0.place, $0.value) })
    #expect(delivery.figures.allSatisfy { known[$0.place] == $0.value })
    let moved = Delivery(
      source: .penn, edition: "10.01",
      figures: table.figures.map {
        Figure(power: $0.power, year: $0.year, series: $0.series, value: $0.value * (1 + 1e-12))
      })
    #expect(moved.settled(over: table).figures.count { known[$0.place] != $0.value } > 50_000)
  }

  /// The United Nations spread ages over a file of estimates and one of projections.
  @Test func `a file with some years of a series leaves the others as they are`() throws {
    let base = TableFolder(path: embeddedFolder)
    let ages = try document("WPP2024_PopulationBySingleAgeSex_Medium_1950-2023.csv.gz")
    let publisher = PopulationDivision()
    var update = Update(publishers: [publisher], client: CurlFetcher(), store: store)
    update.accepted = []
    let delivery = try publisher.read([ages]).completed(from: base.table(of: .unitedNations))
    let years = delivery.figures.filter { $0.power == .china }.map(\.year)
    #expect(years.min() == 1950 && years.max() == 2100)
    #expect(Set(years).count == 151)
    let outcome = try update.take([ages], of: publisher, over: base)
    // Two states are not the world.
    #expect(outcome.findings.allSatisfy { $0.consequence != .refused })
    #expect(outcome.findings.allSatisfy { $0.power != .china })
  }

  @Test func `pages are put together`() async throws {
    var answers = WorldBankAnswers()
    answers.states = ["CHN", "GBR", "USA", "TWN", "ABW"]
    let server = try server(answers)
    var bank = WorldBank()
    bank.rowsPerPage = 70
    var update = Update(publishers: [bank], client: CurlFetcher(), store: store)
    update.addresses = Addresses(["worldbank": server.base])
    let outcome = try #require(try await update.run(over: base, at: .distantPast).first)
    #expect(outcome.findings.isEmpty)
    #expect(outcome.change == FigureChange())
    // Five states and the world for 66 years: 396 rows, six pages, five indicators, one probe.
    #expect(server.asked.count == 5 * 6 + 1)
  }

  @Test func `what has not changed is not fetched again`() async throws {
    var answers = WorldBankAnswers()
    answers.states = ["CHN", "GBR", "USA", "TWN", "ABW"]
    let text = answers
    let server = try ScriptedServer { request in
      request.headers["if-none-match"] == "\"one\""
        ? [.answer("304 Not Modified")]
        : [.answer("200 OK", ["ETag: \"one\""], text: text.text(for: request.target))]
    }
    _ = try await run(server)
    let asked = server.asked.count
    let again = try #require(try await run(server).first)
    guard case .unchanged = again.result else {
      Issue.record("\(again.result)")
      return
    }
    #expect(server.asked.count == asked + 5)
  }

  @Test func `a country that vanished stays as it was`() async throws {
    var answers = WorldBankAnswers()
    answers.states = ["GBR", "USA", "TWN", "ABW"]
    answers.changes["USA,2024,NY.GDP.MKTP.CD"] = "30000000000000"
    let outcome = try #require(try await run(server(answers)).first)
    #expect(Set(outcome.findings.map(\.check)) == [.vanishedCountry])
    #expect(outcome.findings.allSatisfy { $0.power == .china && $0.consequence == .withheld })
    let older = try #require(try base.table(of: .worldBank)).figures.filter { $0.power == .china }
    let table = try #require(try TableFolder(path: store.data).table(of: .worldBank))
    #expect(table.figures.filter { $0.power == .china } == older)
    #expect(
      table.figures.contains {
        $0.power == .unitedStates && $0.year == 2024 && $0.value == 30e12
      })
    let folder = try #require(outcome.quarantine)
    let words = try String(contentsOfFile: folder + "/findings.txt", encoding: .utf8)
    #expect(words.contains("CHN") && words.contains("vanished country"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 6)
  }

  /// The World Bank's largest revision of thirty economies in nine editions is by a factor of 1.85.
  @Test(arguments: [("36000000000000", false), ("38000000000000", true)])
  func `a revision beyond the limit is withheld`(value: String, isDoubtful: Bool) async throws {
    let table = try #require(try base.table(of: .worldBank))
    let older = try #require(
      table.figures.first {
        $0.power == .china && $0.year == 2025 && $0.series == "NY.GDP.MKTP.CD"
      }?.value)
    #expect(36e12 / older < 1.859 && 38e12 / older > 1.859)
    var answers = WorldBankAnswers()
    answers.states = ["CHN", "GBR", "USA", "TWN", "ABW"]
    answers.changes["CHN,2025,NY.GDP.MKTP.CD"] = value
    let outcome = try #require(try await run(server(answers)).first)
    #expect(outcome.findings.map(\.check) == (isDoubtful ? [.revision] : []))
    #expect(outcome.change.revised == (isDoubtful ? 0 : 1))
  }

  @Test func `a doubtful figure that is accepted is told and used`() async throws {
    var answers = WorldBankAnswers()
    answers.states = ["CHN", "GBR", "USA", "TWN", "ABW"]
    answers.changes["CHN,2025,NY.GDP.MKTP.CD"] = "99000000000000"
    let server = try server(answers)
    var update = Update(publishers: [WorldBank()], client: CurlFetcher(), store: store)
    update.addresses = Addresses(["world-bank": server.base])
    update.accepted = ["world-bank"]
    let outcome = try #require(try await update.run(over: base, at: .distantPast).first)
    #expect(outcome.findings.map(\.consequence) == [.noted])
    #expect(outcome.change.revised == 1)
  }

  @Test func `a zero where a figure stood is a gap, not a figure`() async throws {
    var answers = WorldBankAnswers()
    answers.states = ["CHN", "GBR", "USA", "TWN", "ABW"]
    answers.changes["GBR,2024,MS.MIL.XPND.GD.ZS"] = "0"
    let outcome = try #require(try await run(server(answers)).first)
    #expect(outcome.findings.map(\.check) == [.zero])
    #expect(outcome.findings.first?.power == "GBR")
  }

  @Test(arguments: ["<html>Sorry</html>", "[{\"page\":1,", "{\"a\":1}", ""])
  func `what cannot be read lies in quarantine`(text: String) async throws {
    let server = try ScriptedServer { _ in [.answer(text: text)] }
    let outcome = try #require(try await run(server).first)
    guard case .refused(let folder) = outcome.result else {
      Issue.record("\(outcome.result)")
      return
    }
    #expect(FileManager.default.fileExists(atPath: folder + "/findings.txt"))
    #expect(!FileManager.default.fileExists(atPath: store.data))
    let again = try #require(try await run(server).first)
    #expect(again.quarantine == folder)
  }

  @Test func `one source that cannot be reached does not keep the others`() async throws {
    var answers = WorldBankAnswers()
    answers.states = ["CHN", "GBR", "USA", "TWN", "ABW"]
    answers.changes["CHN,2024,NY.GDP.MKTP.CD"] = "19000000000000"
    let server = try server(answers)
    let closed = try ScriptedServer { _ in [] }
    closed.stop()
    var update = Update(
      publishers: [MaddisonProject(), WorldBank()], client: CurlFetcher(), store: store)
    update.addresses = Addresses(["worldbank": server.base, "maddison": closed.base])
    let outcomes = try await update.run(over: base, at: .distantPast)
    guard case .unreachable = outcomes[0].result, case .updated = outcomes[1].result else {
      Issue.record("\(outcomes.map(\.result))")
      return
    }
  }

  @Test func `three generations are kept`() async throws {
    var folder = base
    for value in 0..<5 {
      var answers = WorldBankAnswers()
      answers.states = ["CHN", "GBR", "USA", "TWN", "ABW"]
      answers.changes["CHN,2024,NY.GDP.MKTP.CD"] = "190000000000\(value)0"
      _ = try await run(server(answers), over: folder)
      folder = TableFolder(path: store.data)
    }
    #expect(try generations() == ["3", "4", "5"])
  }

  private func server(_ answers: WorldBankAnswers) throws -> ScriptedServer {
    try ScriptedServer { [.answer(text: answers.text(for: $0.target))] }
  }

  private func run(_ server: ScriptedServer, over folder: TableFolder? = nil) async throws
    -> [Update.Outcome]
  {
    var update = Update(publishers: [WorldBank()], client: CurlFetcher(), store: store)
    update.addresses = Addresses(["worldbank": server.base])
    return try await update.run(
      over: folder ?? base, at: Date(timeIntervalSince1970: 1_790_000_000))
  }

  private func generations() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: store.state + "/generations").sorted()
  }
}
