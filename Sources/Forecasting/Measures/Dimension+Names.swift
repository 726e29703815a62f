import Panels

extension Dimension {
  /// The units of the embedded indicators.
  private static let known = Set(Indicator.catalogue.flatMap { $0.dimension.units }).sorted()

  /// The unit that a text names, as `intl$/person` or `$^2`.
  init(named text: String) throws(FormulaProblem) {
    var found = Dimension.one
    var factor = ""
    var exponent = 1.0
    func finish() throws(FormulaProblem) {
      found = found * (try Self.factor(factor)).raised(to: exponent)
      factor = ""
    }
    for character in text where !character.isWhitespace {
      if character == "*" || character == "/" {
        try finish()
        exponent = character == "/" ? -1 : 1
      } else {
        factor.append(character)
      }
    }
    try finish()
    self = found
  }

  /// A base unit, or one to a power.
  private static func factor(_ text: String) throws(FormulaProblem) -> Dimension {
    if text == "1" { return .one }
    let parts = text.split(separator: "^", omittingEmptySubsequences: false).map(String.init)
    guard known.contains(parts[0]) else {
      throw .unknownUnit(parts[0], nearest: NearestNames.names(to: parts[0], among: known))
    }
    guard parts.count > 1 else { return Dimension(parts[0]) }
    guard parts.count == 2, let exponent = Double(parts[1]), exponent.isFinite else {
      throw .unexpected("[\(text)]", expected: "a unit and one number as its exponent")
    }
    return Dimension(parts[0]).raised(to: exponent)
  }
}
