import Archive
import Datasets
import Foundation

/// What became of one source in a run.
public struct SourceReport: Hashable, Codable, Sendable {
  public let source: String
  /// `updated`, `unchanged`, `refused` or `unreachable`.
  public let result: String
  /// Why, where it failed.
  public let reason: String?
  public let added: Int
  public let revised: Int
  public let removed: Int

  /// Whether its last good figures stay in use.
  public var failed: Bool { reason != nil }

  init(_ outcome: Update.Outcome) {
    source = outcome.source.name
    added = outcome.change.added
    revised = outcome.change.revised
    removed = outcome.change.removed
    switch outcome.result {
    case .unchanged: (result, reason) = ("unchanged", nil)
    case .updated: (result, reason) = ("updated", nil)
    case .refused(let folder):
      let first = outcome.findings.first.map { "\($0)" } ?? "It is not believed."
      (result, reason) = ("refused", "\(first) Its files are in \(folder).")
    case .unreachable(let error): (result, reason) = ("unreachable", "\(error)")
    }
  }

  /// For the log.
  var line: String {
    if let reason { return "\(source): \(result): \(reason)" }
    guard result == "updated" else { return "\(source): \(result)" }
    return "\(source): \(added) figures added, \(revised) revised, \(removed) removed"
  }
}

extension Update.Outcome {
  /// What was asked for, as the archive keeps it.
  func fetches(at time: Date) -> [FetchRecord] {
    if case .unreachable = result {
      return [FetchRecord(source: source.name, address: source.homepage, time: time, status: nil)]
    }
    return (delivery?.receipts ?? []).map {
      FetchRecord(
        source: source.name, address: $0.address, time: $0.time, status: $0.status,
        entityTag: $0.entityTag, sha256: $0.sha256)
    }
  }

  /// What was found or went wrong, as the archive keeps it.
  var records: [FindingRecord] {
    var records = findings.map {
      FindingRecord(
        source: source.name, name: $0.check.rawValue, words: "\($0)", file: quarantine)
    }
    if case .unreachable(let error) = result {
      records.append(
        FindingRecord(source: source.name, name: "unreachable", words: "\(error)"))
    }
    return records
  }
}
