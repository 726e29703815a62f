/// What moved a ratio of two sides, and what is going to: its drivers' parts, without a remainder.
///
///     Δ ln(C / I) = Σ Δₖ,   Δₖ = Σ w(vᵢ) Δ ln xₖᵢ − Σ w(vⱼ) Δ ln xₖⱼ,   w(v) = L(v¹, v⁰) / L(V¹, V⁰)
///
/// *V* is a side's sum of the members' products *v* of drivers *x*, *L* the logarithmic mean. Steps
/// are years, and their parts are added. The future is the one in which every driver of every
/// member takes its median.
///
/// **Source.** Ang, "The LMDI approach to decomposition analysis: a practical guide" (2005),
/// doi:10.1016/j.enpol.2003.10.010: LMDI I, with weights that add up exactly.
public struct Decomposition: Sendable {
  /// What one driver did to the logarithm of the ratio.
  public struct Effect: Hashable, Sendable {
    /// An indicator's name.
    public let driver: String
    /// The challenger's part, in logarithms; positive where it raises the ratio.
    public let challenger: Double
    /// The incumbent's part; positive where it lowers the ratio.
    public let incumbent: Double

    /// What both do to the logarithm of the ratio.
    public var net: Double { challenger - incumbent }
  }

  /// The change from one year to a later one.
  public struct Step: Sendable {
    public let firstYear: Int
    public let lastYear: Int
    /// Challenger over incumbent in both years.
    public let ratios: (first: Double, last: Double)
    /// One a driver, in the order of the measure's formula.
    public let effects: [Effect]

    /// The change of the logarithm of the ratio: the sum of all effects.
    public var change: Double { effects.reduce(0) { $0 + $1.net } }
  }

  public let measure: Measure
  public let contest: Contest
  /// Year by year to the last one known.
  public let past: [Step]
  /// Year by year from there on, along the medians.
  public let future: [Step]
}

extension Decomposition.Step {
  /// Steps that follow one another as one; nothing where there are none.
  public init?(joining steps: some Collection<Decomposition.Step>) {
    guard let first = steps.first else { return nil }
    var last = first
    var sums = first.effects
    for step in steps.dropFirst() {
      last = step
      sums = zip(sums, step.effects).map { sum, effect in
        Decomposition.Effect(
          driver: sum.driver, challenger: sum.challenger + effect.challenger,
          incumbent: sum.incumbent + effect.incumbent)
      }
    }
    self.init(
      firstYear: first.firstYear, lastYear: last.lastYear,
      ratios: (first.ratios.first, last.ratios.last), effects: sums)
  }
}
