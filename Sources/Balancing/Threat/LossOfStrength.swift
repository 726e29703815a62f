import RealModule

/// How much of its power a state can bring to bear at a distance.
public enum LossOfStrength: Equatable, Sendable {
  /// All of it, everywhere.
  case none
  /// It fades smoothly with distance, by a length in kilometres.
  ///
  ///     L = exp (−d / λ)
  case exponential(kilometres: Double)
  /// It fades with the days that it takes to get there.
  ///
  ///     p′ = p ^ log₁₀ (d / m + 10 − e),   L = p′ / p
  ///
  /// *p* is the share of power, *d* the distance in miles, *m* the miles a day: 250 to 1918, 375 to
  /// 1945, then 500.
  ///
  /// **Source.** Bueno de Mesquita, *The War Trap* (1981); the formula as others report it, which
  /// we have not checked against the book.
  case buenoDeMesquita

  /// What remains of a power; with the last form it can exceed 1 next door.
  ///
  /// - Parameters:
  ///   - distance: In kilometres; 0 across a land border.
  ///   - share: The power as a share of all power, less than 1.
  ///   - year: For the speed of travel.
  /// - Returns: A fraction of the power.
  public func remaining(at distance: Double, of share: Double, in year: Int) -> Double {
    switch self {
    case .none: return 1
    case .exponential(let length): return .exp(-distance / length)
    case .buenoDeMesquita:
      let milesADay = year <= 1918 ? 250.0 : year <= 1945 ? 375 : 500
      let days = distance / Self.kilometresAMile / milesADay
      return .pow(share, .log10(days + 10 - .exp(1)) - 1)
    }
  }

  private static let kilometresAMile = 1.609344
}
