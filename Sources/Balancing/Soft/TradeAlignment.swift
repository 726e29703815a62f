public import Panels

/// The trade agreements of a state up to a year: how many join a rival and leave the leader out.
///
/// Agreements are counted by pairs of signatories and years of signature. One that a state signs
/// with another is of the kind if the other is the rival, or if both signed with the rival in the
/// same year; and if neither signed with the leader in that year.
public struct TradeAlignment: Equatable, Sendable {
  /// Signatures with any partner.
  public let all: Int
  /// Those that join the rival and leave the leader out.
  public let excluding: Int
  /// Whether there is an agreement with the rival, and with the leader.
  public let joinsRival: Bool
  public let joinsLeader: Bool

  /// The part of the agreements that are of the kind; nothing where there is none.
  public var share: Double? { all > 0 ? Double(excluding) / Double(all) : nil }
}

/// Trade agreements of all states, ordered so that those of one kind can be counted.
public struct TradeRecord: Sendable {
  public let rival: Power
  public let leader: Power
  public let coverage: ClosedRange<Int>?
  private let signatures: [Power: [Signature]]

  /// What a state signed with one partner in one year.
  private struct Signature: Sendable {
    let year: Int
    let partner: Power
    let count: Int
    let isExcluding: Bool
  }

  public init(_ agreements: PairEvents, with rival: Power, without leader: Power) {
    let withRival = Self.partners(of: rival, in: agreements)
    let withLeader = Self.partners(of: leader, in: agreements)
    func isExcluding(_ pair: PowerPair, _ year: Int) -> Bool {
      if pair.other(than: leader) != nil { return false }
      let others = withLeader[year] ?? []
      if others.contains(pair.first) || others.contains(pair.second) { return false }
      if pair.other(than: rival) != nil { return true }
      let joined = withRival[year] ?? []
      return joined.contains(pair.first) && joined.contains(pair.second)
    }
    var signatures: [Power: [Signature]] = [:]
    for (pair, events) in agreements.events {
      for event in events {
        let isOfKind = isExcluding(pair, event.year)
        for power in [pair.first, pair.second] {
          signatures[power, default: []].append(
            Signature(
              year: event.year, partner: pair.first == power ? pair.second : pair.first,
              count: event.value, isExcluding: isOfKind))
        }
      }
    }
    self.signatures = signatures
    self.rival = rival
    self.leader = leader
    coverage = agreements.coverage
  }

  /// By year: with whom a power signed.
  private static func partners(of power: Power, in agreements: PairEvents) -> [Int: Set<Power>] {
    agreements.events.reduce(into: [:]) { partners, entry in
      guard let other = entry.key.other(than: power) else { return }
      for event in entry.value { partners[event.year, default: []].insert(other) }
    }
  }

  /// Counts a state's agreements up to a year.
  public func alignment(of state: Power, by year: Int) -> TradeAlignment {
    let own = (signatures[state] ?? []).filter { $0.year <= year }
    return TradeAlignment(
      all: own.reduce(0) { $0 + $1.count },
      excluding: own.reduce(0) { $0 + ($1.isExcluding ? $1.count : 0) },
      joinsRival: own.contains { $0.partner == rival },
      joinsLeader: own.contains { $0.partner == leader })
  }
}
