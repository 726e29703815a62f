extension Normal {
  /// The continuous ranked probability score of a normal forecast, in closed form.
  ///
  ///     CRPS = σ (ω (2 Φ(ω) − 1) + 2 φ(ω) − 1/√π),   ω = (y − μ)/σ
  ///
  /// **Source.** Gneiting, Raftery, Westveld and Goldman, "Calibrated probabilistic forecasting
  /// using ensemble model output statistics and minimum CRPS estimation" (2005),
  /// doi:10.1175/MWR2904.1, eq. 5.
  ///
  /// - Precondition: A positive deviation; all finite.
  public static func crps(of observed: Double, mean: Double, deviation: Double) -> Double {
    precondition(observed.isFinite && mean.isFinite, "a score needs finite numbers")
    precondition(deviation > 0 && deviation.isFinite, "a forecast needs a positive deviation")
    let omega = (observed - mean) / deviation
    let centre = 2 * density(omega) - 1 / Double.pi.squareRoot()
    return deviation * (omega * (2 * cumulative(omega) - 1) + centre)
  }
}
