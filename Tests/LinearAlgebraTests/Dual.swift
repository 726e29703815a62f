import RealModule

/// A number with its derivatives by some parameters: the chain rule does the rest.
struct Dual: Sendable {
  let value: Double
  let slopes: [Double]

  /// The parameters themselves, each with derivative 1 by itself.
  static func parameters(_ values: [Double]) -> [Dual] {
    values.indices.map { k in
      Dual(value: values[k], slopes: values.indices.map { $0 == k ? 1 : 0 })
    }
  }

  private func mapped(_ value: Double, slope: Double) -> Dual {
    Dual(value: value, slopes: slopes.map { slope * $0 })
  }

  static func + (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value + b.value, slopes: zip(a.slopes, b.slopes).map(+))
  }

  static func * (a: Dual, b: Dual) -> Dual {
    Dual(
      value: a.value * b.value,
      slopes: zip(a.slopes, b.slopes).map { a.value * $1 + b.value * $0 })
  }

  static func + (a: Dual, b: Double) -> Dual { Dual(value: a.value + b, slopes: a.slopes) }
  static func + (a: Double, b: Dual) -> Dual { b + a }
  static func * (a: Dual, b: Double) -> Dual { a.mapped(a.value * b, slope: b) }
  static func * (a: Double, b: Dual) -> Dual { b * a }
  static prefix func - (a: Dual) -> Dual { -1 * a }
  static func - (a: Dual, b: Dual) -> Dual { a + -b }
  static func - (a: Double, b: Dual) -> Dual { a + -b }
  static func / (a: Dual, b: Dual) -> Dual { a * b.inverse }
  static func / (a: Double, b: Dual) -> Dual { a * b.inverse }

  private var inverse: Dual { mapped(1 / value, slope: -1 / (value * value)) }

  static func exp(_ a: Dual) -> Dual { a.mapped(.exp(a.value), slope: .exp(a.value)) }
  static func log(_ a: Dual) -> Dual { a.mapped(.log(a.value), slope: 1 / a.value) }
  static func cos(_ a: Dual) -> Dual { a.mapped(.cos(a.value), slope: -.sin(a.value)) }
  static func sin(_ a: Dual) -> Dual { a.mapped(.sin(a.value), slope: .cos(a.value)) }
  static func atan(_ a: Dual) -> Dual {
    a.mapped(.atan(a.value), slope: 1 / (1 + a.value * a.value))
  }
}
