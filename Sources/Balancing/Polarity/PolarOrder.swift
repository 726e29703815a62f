/// How many powers stand out.
public enum PolarOrder: String, CaseIterable, Sendable {
  case unipolar
  case nearUnipolar = "near-unipolar"
  case bipolar
  case multipolar
}
