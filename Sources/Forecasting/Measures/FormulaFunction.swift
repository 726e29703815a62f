/// What can be called in a formula.
enum FormulaFunction: String, CaseIterable {
  case share
  case log
  case relative
  case stock
  case max
  case mean
  case component

  /// The function of what stands in its parentheses.
  func formula(of parts: [Formula]) throws(FormulaProblem) -> Formula {
    switch self {
    case .share: return .share(try only(parts))
    case .log: return .logarithm(try only(parts))
    case .relative: return .relative(try only(parts))
    case .stock:
      guard parts.count == 2, case .constant(let rate, .one) = parts[1] else {
        throw .unexpected("stock(…)", expected: "stock(x, rate) with a number as the rate")
      }
      guard rate > 0, rate <= 1 else { throw .rateOutside(rate) }
      return .stock(parts[0], rate: rate)
    case .max:
      guard parts.count > 1 else {
        throw .unexpected("max(…) of one", expected: "two or more, separated by commas")
      }
      return try sameUnit(parts.dropFirst().reduce(parts[0]) { .maximum($0, $1) }, parts)
    case .mean: return try sameUnit(.mean(parts), parts)
    case .component:
      if let other = parts.first(where: { $0.dimension != .one }) {
        throw .notShare(other.description)
      }
      return .component(parts)
    }
  }

  private func only(_ parts: [Formula]) throws(FormulaProblem) -> Formula {
    guard parts.count == 1 else {
      throw .unexpected("\(parts.count) parts of \(rawValue)(…)", expected: "one")
    }
    return parts[0]
  }

  private func sameUnit(
    _ formula: Formula, _ parts: [Formula]
  ) throws(FormulaProblem) -> Formula {
    guard formula.dimension == nil else { return formula }
    let first = parts[0].dimension ?? .one
    let other = parts.compactMap(\.dimension).first { $0 != first } ?? .one
    throw .mixedUnits("\(rawValue)()", first, other)
  }
}
