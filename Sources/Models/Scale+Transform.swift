public import Panels
import Probability
import RealModule

extension Indicator.Scale {
  /// A level on the scale on which it moves without bounds, or nothing where it has no place there.
  public func transform(_ level: Double) -> Double? {
    switch self {
    case .logarithmic: level > 0 ? .log(level) : nil
    case .logit: level > 0 && level < 1 ? .log(level / (1 - level)) : nil
    }
  }

  /// Turns numbers on the scale back into levels, in place.
  public func restore(_ values: inout [Double]) {
    values.withUnsafeMutableBufferPointer { values in
      switch self {
      case .logarithmic:
        Vector.exponentiate(values)
      case .logit:
        Vector.exponentiate(values)
        for index in values.indices { values[index] /= 1 + values[index] }
      }
    }
  }
}
