import Archive
import Datasets
import Forecasting
import Foundation
import Models
import Panels
import Reports
import Synchronization
import TestSupport
import Updates

/// Three states since 1985, on which a night takes milliseconds.
final class TinyWorld: Sendable {
  let scratch: Scratch
  let embedded: String
  let state: StateFolder
  let publish: String
  let publisher: TinyPublisher

  init() throws {
    scratch = try Scratch()
    embedded = scratch.path + "/datasets"
    state = StateFolder(path: scratch.path + "/state")
    publish = scratch.path + "/out"
    for (name, bytes) in try Self.tables.get() { try scratch.file("datasets/\(name)", bytes) }
    publisher = try TinyPublisher(folder: embedded)
  }

  /// Takes the later years out of the embedded table of the World Bank.
  func cut(before year: Int) throws {
    let path = "\(embedded)/world-bank.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let kept = lines.filter { (Int($0.split(separator: ",")[1]) ?? 0) < year }
    try scratch.file("datasets/world-bank.csv", kept.joined(separator: "\n") + "\n")
  }

  static let settings = NightlySettings(
    challenger: "CHN", incumbent: "USA", measures: "gdp.ppp,gdp.mer", models: "random-walk",
    population: "model", horizon: 12, paths: 64, seed: 1)

  /// A night on this machine's files, or on others.
  func nightly(
    files: any FileSystem = LocalFiles(), at time: Date, settings: NightlySettings = settings,
    version: String = "1", keep: Int = 3, press: any Press = TinyPress()
  ) -> Nightly {
    let update = Update(
      publishers: [publisher], client: NoClient(),
      store: DataStore(state: state.path, files: files))
    return nightly(
      update, files: files, at: time, settings: settings, version: version, keep: keep,
      press: press)
  }

  /// A night that asks as it is told.
  func nightly(
    _ update: Update, files: any FileSystem, at time: Date,
    settings: NightlySettings = settings, version: String = "1", keep: Int = 3,
    press: any Press = TinyPress()
  ) -> Nightly {
    Nightly(
      state: state, settings: settings, publish: publish, keep: keep, version: version,
      embedded: embedded, update: update, press: press, files: files, now: { time },
      log: { _ in })
  }

  /// The excerpt, cut to three states and recent years.
  private static let tables = Result { () throws -> [String: [UInt8]] in
    var tables: [String: [UInt8]] = [:]
    let states = ["iso3", "code", "CHN", "GBR", "USA"]
    for name in try FileManager.default.contentsOfDirectory(atPath: embeddedFolder)
    where name.hasSuffix(".csv") {
      let text = try String(contentsOfFile: "\(embeddedFolder)/\(name)", encoding: .utf8)
      let isTable = text.hasPrefix("iso3,year,series,value")
      let kept = text.split(separator: "\n").filter { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        guard states.contains(String(fields[0])) else { return false }
        return !isTable || (Int(fields[1]) ?? 9999) >= 1985
      }
      tables[name] = Array((kept.joined(separator: "\n") + "\n").utf8)
    }
    tables["datapackage.json"] = FileManager.default.contents(
      atPath: "\(embeddedFolder)/datapackage.json"
    ).map(Array.init)
    return tables
  }
}

/// A random walk on two measures.
struct TinyPress: Press {
  func forecast(from folder: String, _ settings: NightlySettings) async throws -> PressedForecast {
    let data = try DataSet.load(from: .tables(folder: folder))
    var options = Forecaster.Options()
    options.models = [RandomWalk()]
    options.measures = Measure.catalogue.filter { ["gdp.ppp", "gdp.mer"].contains($0.name) }
    options.horizon = settings.horizon
    options.futures = settings.paths
    options.seed = settings.seed
    let forecaster = try Forecaster(data, options: options)
    let contest = try Contest(challenger: Side(.china), incumbent: Side(.unitedStates))
    return PressedForecast(
      forecaster: forecaster, contest: contest,
      forecasts: try await forecaster.forecast(contest))
  }

  func files(
    of forecast: PressedForecast, in course: NightlyCourse
  ) async throws -> [DataFolder.File] {
    let text = forecast.forecasts.map { forecast in
      let event = forecast.crossing
      let probabilities = event.years.map { "\(event.probability(by: $0))" }
      return "\(forecast.measure.name) \(forecast.ratio) \(probabilities.joined(separator: " "))\n"
    }
    return [
      DataFolder.File(path: "forecast.txt", bytes: Array(text.joined().utf8)),
      DataFolder.File(
        path: "runs.txt", bytes: Array(course.runs.map { "\($0.name)\n" }.joined().utf8)),
      DataFolder.File(
        path: "due.txt",
        bytes: Array(
          course.due.map { "\($0.run) \($0.measure) \($0.horizon) \($0.outcome)\n" }.joined()
            .utf8)),
      DataFolder.File(path: "data/checksum", bytes: Array(forecast.forecaster.data.checksum.utf8)),
    ]
  }
}

/// Must not be asked.
struct RefusingPress: Press {
  struct Asked: Error {}

  func forecast(from folder: String, _ settings: NightlySettings) throws -> PressedForecast {
    throw Asked()
  }

  func files(of forecast: PressedForecast, in course: NightlyCourse) -> [DataFolder.File] { [] }
}

/// Nobody is asked.
struct NoClient: HTTPFetching {
  func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
    throw .refused(request.address)
  }
}

/// The World Bank in three states, whose answers a test decides.
final class TinyPublisher: Publisher {
  enum Answer: Sendable {
    case figures([Figure])
    case unchanged
    case failure(FetchError)
    /// Something that cannot be read as figures.
    case nonsense(String)
  }

  let answer: Mutex<Answer>
  /// What the embedded table has.
  let figures: [Figure]

  init(folder: String) throws {
    figures = try TableFolder(path: folder).table(of: .worldBank)?.figures ?? []
    answer = Mutex(.figures(figures))
  }

  var source: Source { .worldBank }
  var base: String { "http://127.0.0.1" }

  func say(_ answer: Answer) { self.answer.withLock { $0 = answer } }

  /// The figures with one of them changed.
  func revised(_ power: Power, _ year: Int, _ series: String, by factor: Double) -> [Figure] {
    figures.map { figure in
      guard figure.power == power, figure.year == year, figure.series == series else {
        return figure
      }
      return Figure(power: power, year: year, series: series, value: figure.value * factor)
    }
  }

  func fetch(
    from base: String, with client: any HTTPFetching, since receipts: [Receipt], at time: Date
  ) async throws(FetchError) -> [Document]? {
    switch answer.withLock({ $0 }) {
    case .figures(let figures):
      return [Document(address: base, bytes: Array((figures.tidyText + "end\n").utf8), time: time)]
    case .nonsense(let text):
      return [Document(address: base, bytes: Array(text.utf8), time: time)]
    case .unchanged: return nil
    case .failure(let error): throw error
    }
  }

  func recognises(_ document: Document) -> Bool { true }

  func read(_ documents: [Document]) throws(Finding) -> Delivery {
    let lines = String(decoding: documents[0].bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == "iso3,year,series,value", lines.last == "end" else {
      throw Finding(
        .kind, .refused, source: source.name, found: "\(lines.first ?? "")",
        expected: "a tidy table")
    }
    var figures: [Figure] = []
    for line in lines.dropFirst().dropLast() {
      let fields = line.split(separator: ",").map(String.init)
      guard fields.count == 4, let year = Int(fields[1]), let value = Double(fields[3]) else {
        throw Finding(
          .number, .refused, source: source.name, found: "“\(line)”", expected: "four fields")
      }
      figures.append(Figure(power: Power(fields[0]), year: year, series: fields[2], value: value))
    }
    return Delivery(
      source: source, edition: "2026-11", figures: figures, receipts: documents.map(\.receipt))
  }
}
