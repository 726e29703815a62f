/// The values that a mark wants to be seen, on each axis; none where it does not care.
public struct Extent: Equatable, Sendable {
  public let x: Span?
  public let y: Span?

  public init(x: Span?, y: Span?) {
    self.x = x
    self.y = y
  }

  public init(x: some Sequence<Double>, y: some Sequence<Double>) {
    self.init(x: Span(x), y: Span(y))
  }

  public static let none = Extent(x: nil, y: nil)

  func union(_ other: Extent) -> Extent {
    Extent(x: .union(x, other.x), y: .union(y, other.y))
  }
}
