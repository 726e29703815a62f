public import Archive
import Datasets
public import Foundation
public import Forecasting

/// What a nightly run did, as other programs read it: `run.json`, schema 1.
public struct NightlyReport: Sendable {
  public enum State: String, Sendable {
    case published
    case unchanged
  }

  public let started: Date
  public internal(set) var finished: Date
  public internal(set) var state = State.published
  public let version: String
  public let settings: NightlySettings
  public internal(set) var run: Int?
  public internal(set) var generation: String?
  public internal(set) var vintage = 0
  public internal(set) var vintageTime: Date?
  public internal(set) var newVintage = false
  /// The checksum of the data set.
  public internal(set) var data: String?
  public internal(set) var sources: [SourceReport] = []
  public internal(set) var findings: [FindingRecord] = []
  public internal(set) var moves: [ForecastMove] = []
  public internal(set) var causes: [MoveCause] = []
  var files: [DataFolder.File] = []

  init(started: Date, version: String, settings: NightlySettings) {
    self.started = started
    finished = started
    self.version = version
    self.settings = settings
  }

  mutating func take(_ vintage: Vintage) {
    self.vintage = vintage.number
    vintageTime = vintage.time
  }

  mutating func take(run: Int, generation: String) {
    self.run = run
    self.generation = generation
  }

  /// Whether a source could not be reached or believed.
  public var hasFailures: Bool { sources.contains(where: \.failed) }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a report is always encodable")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

extension NightlyReport: Encodable {
  enum Key: String, CodingKey {
    case schema, run, state, started, finished, version, settings, vintage
    case vintageTime = "vintage_time"
    case newVintage = "new_vintage"
    case data, generation, sources, findings, moves, causes, files
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(1, forKey: .schema)
    try fields.encode(run, forKey: .run)
    try fields.encode(state.rawValue, forKey: .state)
    try fields.encode(started.stamp, forKey: .started)
    try fields.encode(finished.stamp, forKey: .finished)
    try fields.encode(version, forKey: .version)
    try fields.encode(settings, forKey: .settings)
    try fields.encode(vintage, forKey: .vintage)
    try fields.encode(vintageTime?.stamp, forKey: .vintageTime)
    try fields.encode(newVintage, forKey: .newVintage)
    try fields.encode(data, forKey: .data)
    try fields.encode(generation, forKey: .generation)
    try fields.encode(sources, forKey: .sources)
    try fields.encode(findings, forKey: .findings)
    try fields.encode(moves.map(MoveRow.init), forKey: .moves)
    try fields.encode(causes.map(CauseRow.init), forKey: .causes)
    try fields.encode(files.map(FileRow.init), forKey: .files)
  }

  private struct MoveRow: Encodable {
    let measure: String
    let year: Int
    let probability: Double
    let change, from_data, from_year, from_model, from_sampling: Double?

    init(_ move: ForecastMove) {
      measure = move.measure
      year = move.year
      probability = move.probability
      change = move.change
      from_data = move.parts?.fromData
      from_year = move.parts?.fromYear
      from_model = move.parts?.fromModel
      from_sampling = move.parts?.fromSampling
    }
  }

  private struct CauseRow: Encodable {
    let kind, name: String
    let figures: Int
    let measure: String
    let year: Int
    let effect: Double

    init(_ cause: MoveCause) {
      kind =
        switch cause.subject {
        case .series: "series"
        case .power: "power"
        }
      name = cause.name
      figures = cause.figures
      measure = cause.measure
      year = cause.year
      effect = cause.effect
    }
  }

  private struct FileRow: Encodable {
    let path, sha256: String

    init(_ file: DataFolder.File) {
      path = file.path
      sha256 = file.digest.hexadecimal
    }
  }
}
