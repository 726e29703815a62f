/// The part of a reference's score that a forecast saves.
///
///     skill = 1 − S / S_ref
///
/// One is perfect, zero is no better than the reference, negative is worse. Both scores are means
/// or sums over the same cases, and zero is their best.
///
/// **Source.** Murphy, "Skill scores based on the mean square error and their relationships to the
/// correlation coefficient" (1988),
/// doi:10.1175/1520-0493(1988)116<2417:SSBOTM>2.0.CO;2.
///
/// - Returns: Minus infinity against a perfect reference, or not a number where both are perfect.
public func skill(of score: Double, against reference: Double) -> Double {
  precondition(score >= 0 && reference >= 0, "skill is of scores whose best is zero")
  return 1 - score / reference
}
