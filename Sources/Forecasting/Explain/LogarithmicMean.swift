import RealModule

/// The logarithmic mean of two numbers of one sign, *(a − b) / (ln |a| − ln |b|)*.
///
/// It lies between the geometric and the arithmetic mean, and is *a* where they are equal; it is
/// zero where one of them is, or where the signs differ.
///
/// **Source.** Carlson, "The logarithmic mean" (1972), doi:10.2307/2317088.
func logarithmicMean(_ a: Double, _ b: Double) -> Double {
  guard a * b > 0 else { return 0 }
  let gap = Double.log(a / b)
  // The series of (eˣ − 1) / x where the difference would lose its digits.
  guard abs(gap) > 1e-5 else { return b * (1 + gap / 2 + gap * gap / 6) }
  return (a - b) / gap
}
