extension PowerShares {
  /// The index of Herfindahl and Hirschman.
  ///
  ///     H = Σ sᵢ²
  public var herfindahl: Double { shares.reduce(0) { $0 + $1 * $1 } }

  /// As many equal powers would be as concentrated: *1 / H*.
  public var effectivePowers: Double { 1 / herfindahl }

  /// Concentration from 0, all equal, to 1, one has all.
  ///
  ///     CON = √((Σ sᵢ² − 1/N) / (1 − 1/N))
  ///
  /// **Source.** Ray and Singer, "Measuring the concentration of power in the international
  /// system" (1973), doi:10.1177/004912417300100403.
  public var concentration: Double {
    let equal = 1 / Double(shares.count)
    return (max(0, herfindahl - equal) / (1 - equal)).squareRoot()
  }

  /// How much of the whole changed hands since an earlier year, from 0 to 1.
  ///
  ///     Σ |sᵢ(t) − sᵢ(t−1)| / (2 (1 − min sᵢ(t−1)))
  ///
  /// **Source.** Singer, Bremer and Stuckey, "Capability distribution, uncertainty, and major
  /// power war" (1972), who call it movement.
  ///
  /// - Returns: Nothing where the sets differ.
  public func movement(since earlier: PowerShares) -> Double? {
    guard Set(powers) == Set(earlier.powers), let least = earlier.shares.min() else { return nil }
    let moved = powers.reduce(0) { $0 + abs((self[$1] ?? 0) - (earlier[$1] ?? 0)) }
    return moved / (2 * (1 - least))
  }
}
