/// A state, named by its ISO 3166 alpha-3 code.
///
/// Gone states keep their withdrawn codes (`SUN`, `YUG`, `CSK`, `DDR`); states that never had one
/// have a user-assigned code that begins with `X`.
public struct Power: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  public let code: String

  public init(_ code: String) { self.code = code }

  public init(stringLiteral code: String) { self.init(code) }

  public static func < (left: Power, right: Power) -> Bool { left.code < right.code }
}

extension Power: CustomStringConvertible {
  public var description: String { code }
}

extension Power {
  public static let unitedStates: Power = "USA"
  public static let china: Power = "CHN"
}
