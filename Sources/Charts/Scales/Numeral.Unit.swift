extension Numeral {
  /// A thousand's power in which the numbers of an axis are counted.
  struct Unit: Equatable, Sendable {
    let size: Double
    let name: String

    /// The largest unit of which the greatest number holds one, or none for mixed magnitudes.
    init(for greatest: Double, least: Double) {
      let isMixed = least > 0 && greatest / least > 1e6
      let units: [(Double, String)] = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
      let unit = units.first { greatest >= $0.0 && greatest < 1e18 && !isMixed }
      size = unit?.0 ?? 1
      name = unit.map { "\u{A0}" + $0.1.dropFirst() } ?? ""
    }
  }
}
