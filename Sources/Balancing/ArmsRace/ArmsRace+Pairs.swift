public import Panels

extension ArmsRace {
  /// The pairs of which people ask first.
  public static let pairs: [(first: Power, second: Power)] = [
    ("CHN", "USA"), ("RUS", "USA"), ("IND", "PAK"), ("CHN", "IND"), ("CHN", "JPN"),
    ("GRC", "TUR"), ("IRN", "SAU"),
  ]

  /// The races of a pair and of those of which people ask first, each pair once in any order.
  ///
  /// - Parameters:
  ///   - first: Whose arming the second may answer.
  ///   - second: Another power.
  ///   - data: What is known.
  /// - Returns: At most a race a pair; none of a pair with too few years.
  public static func races(beside first: Power, _ second: Power, in data: DataSet) -> [ArmsRace] {
    let own = PowerPair(first, second)
    let others = pairs.filter { PowerPair($0.first, $0.second) != own }
    return ([(first, second)] + others).compactMap { try? ArmsRace($0.0, $0.1, in: data) }
  }
}
