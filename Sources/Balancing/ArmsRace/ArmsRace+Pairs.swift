public import Panels

extension ArmsRace {
  /// The pairs of which people ask first.
  public static let pairs: [(first: Power, second: Power)] = [
    ("CHN", "USA"), ("RUS", "USA"), ("IND", "PAK"), ("CHN", "IND"), ("CHN", "JPN"),
    ("GRC", "TUR"), ("IRN", "SAU"),
  ]
}
