import CKernel

extension Vector {
  /// What two numbers are combined to.
  public enum Operation: Sendable {
    case sum, difference, product
    /// Not a number over zero.
    case quotient
    /// The greater of the two; not a number where one is not.
    case greater

    fileprivate var kernel: primacy_operation {
      switch self {
      case .sum: PRIMACY_SUM
      case .difference: PRIMACY_DIFFERENCE
      case .product: PRIMACY_PRODUCT
      case .quotient: PRIMACY_QUOTIENT
      case .greater: PRIMACY_GREATER
      }
    }
  }

  /// Two arrays combined, number by number.
  ///
  /// - Precondition: They are as long as each other.
  public static func combined(_ a: [Double], _ b: [Double], by operation: Operation) -> [Double] {
    precondition(a.count == b.count, "parts are as long as each other")
    return [Double](unsafeUninitializedCapacity: a.count) { result, initialized in
      primacy_combine(operation.kernel, a.count, a, b, result.baseAddress)
      initialized = a.count
    }
  }

  /// On which lanes numbers are at least, and at most, another: a bit a lane, a word a step.
  ///
  /// - Parameters:
  ///   - values: `step * lanes + lane`.
  ///   - bound: What they are compared with; a missing value is neither.
  ///   - lanes: How many numbers a step has, at most 64.
  /// - Returns: The lanes at least as great, and those at most.
  public static func lanes(
    of values: [Double], against bound: Double, lanes: Int
  ) -> (atLeast: [UInt64], atMost: [UInt64]) {
    precondition((1...64).contains(lanes), "a word has a bit a lane")
    let steps = values.count / lanes
    var (least, most) = ([UInt64](repeating: 0, count: steps), [UInt64](repeating: 0, count: steps))
    primacy_compare(steps, lanes, values, bound, &least, &most)
    return (least, most)
  }
}
