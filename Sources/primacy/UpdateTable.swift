import ArgumentParser
import Datasets
import Updates

/// What became of each source, as a table and as words.
enum UpdateTable {
  static func table(_ outcomes: [Updates.Update.Outcome]) -> Table {
    Table(
      "update",
      columns: [
        "source", "result", "edition", "figures_added", "figures_revised", "figures_removed",
        "findings",
      ],
      rows: outcomes.map { outcome in
        let isNew = if case .updated = outcome.result { true } else { false }
        return [
          .text(outcome.source.name), .text(result(outcome)),
          .text(outcome.delivery?.edition ?? ""), .count(isNew ? outcome.change.added : 0),
          .count(isNew ? outcome.change.revised : 0), .count(isNew ? outcome.change.removed : 0),
          .count(outcome.findings.count),
        ]
      })
  }

  private static func result(_ outcome: Updates.Update.Outcome) -> String {
    switch outcome.result {
    case .unchanged: "unchanged"
    case .updated: "updated"
    case .refused: "refused"
    case .unreachable: "unreachable"
    }
  }

  /// Says what was found, and ends with the exit code of the worst.
  static func conclude(_ outcomes: [Updates.Update.Outcome]) throws {
    for outcome in outcomes { report(outcome) }
    for outcome in outcomes {
      if case .unreachable = outcome.result { throw ExitCode(Failure.Code.unreachable.rawValue) }
    }
    for outcome in outcomes {
      if case .refused = outcome.result { throw ExitCode(Failure.Code.badData.rawValue) }
    }
  }

  private static func report(_ outcome: Updates.Update.Outcome) {
    let longest = 12
    for finding in outcome.findings.prefix(longest) {
      StandardError.write("primacy: \(finding.consequence.rawValue): \(finding)\n")
    }
    if outcome.findings.count > longest {
      StandardError.write(
        "primacy: \(outcome.source.name): \(outcome.findings.count - longest) more findings.\n")
    }
    if let folder = outcome.quarantine {
      StandardError.write("primacy: \(outcome.source.name): the files are in \(folder).\n")
    }
    if case .unreachable(let error) = outcome.result {
      StandardError.write(
        "primacy: \(outcome.source.name): \(error) The last good figures stay in use.\n")
    }
  }
}
