/// Unbroken years of one order.
public struct OrderSpell: Hashable, Sendable {
  public let order: PolarOrder
  public let years: ClosedRange<Int>
  /// Whether its beginning was seen; it was not where the record begins inside it.
  public let isBeginningKnown: Bool
  /// Whether its end was seen; it was not where the record ends inside it.
  public let isEndKnown: Bool

  public var duration: Int { years.count }
}

extension PolarityRecord {
  /// The spells of orders under a rule; a year without shares cuts a spell short.
  public func spells(by rule: PolarityRule) -> [OrderSpell] {
    let orders = known.map { (year: $0.year, order: rule.order(of: $0.shares.shares)) }
    var spells: [OrderSpell] = []
    var start = 0
    for place in orders.indices {
      let isLast = place + 1 == orders.count || orders[place + 1].year != orders[place].year + 1
      if !isLast, orders[place + 1].order == orders[place].order { continue }
      let isAfterGap = start == 0 || orders[start - 1].year != orders[start].year - 1
      spells.append(
        OrderSpell(
          order: orders[place].order, years: orders[start].year...orders[place].year,
          isBeginningKnown: !isAfterGap, isEndKnown: !isLast))
      start = place + 1
    }
    return spells
  }
}
