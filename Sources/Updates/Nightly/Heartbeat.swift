import Archive
public import Foundation

/// When the last run ended, and how: so that a silent night is an alarm.
public struct Heartbeat: Hashable, Codable, Sendable {
  /// When the run ended, in universal time.
  public let time: String
  public let state: String
  public let vintage: Int
  public let generation: String?
  /// The sources whose last good figures stay in use.
  public let failed: [String]

  init(_ report: NightlyReport) {
    time = report.finished.stamp
    state = report.state.rawValue
    vintage = report.vintage
    generation = report.generation
    failed = report.sources.filter(\.failed).map(\.source)
  }

  /// Reads the one of a folder of state; nothing where no run ever ended.
  public init?(in state: StateFolder) {
    guard let data = FileManager.default.contents(atPath: state.heartbeat),
      let heartbeat = try? JSONDecoder().decode(Self.self, from: data)
    else { return nil }
    self = heartbeat
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a heartbeat is always encodable")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// Seconds since the run ended; nothing where the file does not say.
  ///
  /// A time to come, which a clock that was moved back leaves, counts as far away as it is.
  public func age(at now: Date) -> Double? {
    Date(stamp: time).map { abs(now.timeIntervalSince($0)) }
  }
}
