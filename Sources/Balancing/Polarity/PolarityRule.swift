/// By what rule poles are told from other powers.
public enum PolarityRule: String, CaseIterable, Sendable {
  /// Thresholds on shares of a set.
  ///
  /// Unipolar where one has half; else bipolar where two have half together and a quarter each;
  /// else near-unipolar where one has 45 %; else multipolar.
  ///
  /// **Source.** Modelski and Thompson, *Seapower in Global Politics, 1494-1993* (1988), who use
  /// the shares for navies; which rule goes first is our reading.
  case modelskiThompson = "modelski-thompson"

  /// A pole has at least half of what the leader has.
  ///
  /// **Source.** Schweller, *Deadly Imbalances* (1998).
  case halfLeader = "half-leader"

  /// The order among powers with some levels, of which only the proportions count.
  ///
  /// - Precondition: At least two levels.
  public func order(of levels: [Double]) -> PolarOrder {
    switch self {
    case .modelskiThompson: Self.byThresholds(levels)
    case .halfLeader:
      switch Self.poles(levels) {
      case 1: .unipolar
      case 2: .bipolar
      default: .multipolar
      }
    }
  }

  /// How many have at least half of what the largest has.
  public static func poles(_ levels: [Double]) -> Int {
    let half = (levels.max() ?? 0) / 2
    return levels.count { $0 >= half }
  }

  private static func byThresholds(_ levels: [Double]) -> PolarOrder {
    var (whole, first, second) = (0.0, 0.0, 0.0)
    for level in levels {
      whole += level
      if level > first { (first, second) = (level, first) } else { second = max(second, level) }
    }
    if first >= 0.5 * whole { return .unipolar }
    if first + second >= 0.5 * whole, second >= 0.25 * whole { return .bipolar }
    return first >= 0.45 * whole ? .nearUnipolar : .multipolar
  }
}
