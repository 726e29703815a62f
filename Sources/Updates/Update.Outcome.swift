public import Datasets

extension Update {
  /// What became of one source.
  public struct Outcome: Sendable {
    public enum Result: Sendable {
      /// The publisher has nothing new.
      case unchanged
      /// This table is in use from now on.
      case updated(SourceTable)
      /// Nothing of what came is believed; it lies in this folder.
      case refused(quarantine: String)
      /// Nothing came.
      case unreachable(FetchError)
    }

    public let source: Source
    public let result: Result
    public let findings: [Finding]
    /// What came, as the publisher has it; nothing where nothing could be read.
    public let delivery: Delivery?
    /// Where files lie of which something was withheld or refused.
    public let quarantine: String?
    public let change: FigureChange

    /// What keeps series of countries as they were, where the rest is believed.
    var withheld: [Finding] {
      if case .refused = result { return [] }
      return findings.filter { $0.consequence == .withheld }
    }

    init(
      _ source: Source, _ result: Result, findings: [Finding] = [], delivery: Delivery? = nil,
      quarantine: String? = nil, change: FigureChange = FigureChange()
    ) {
      self.source = source
      self.result = result
      self.findings = findings
      self.delivery = delivery
      if case .refused(let folder) = result {
        self.quarantine = folder
      } else {
        self.quarantine = quarantine
      }
      self.change = change
    }
  }
}

/// How many figures one table has that another had not, or had otherwise.
public struct FigureChange: Hashable, Sendable {
  public private(set) var added = 0
  public private(set) var revised = 0
  public private(set) var removed = 0

  init() {}

  init(from older: [Figure], to newer: [Figure]) {
    var before = Dictionary(uniqueKeysWithValues: older.map { ($0.place, $0.value) })
    for figure in newer {
      switch before.removeValue(forKey: figure.place) {
      case nil: added += 1
      case figure.value: break
      default: revised += 1
      }
    }
    removed = before.count
  }
}
