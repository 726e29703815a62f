/// Room wanted around a plot for labels, and the least height of the plot itself, in pixels.
public struct Room: Equatable, Sendable {
  public let left: Double
  public let top: Double
  public let right: Double
  public let bottom: Double
  public let height: Double

  public init(
    left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0, height: Double = 0
  ) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
    self.height = height
  }

  public static let none = Room()

  /// The least room that is enough for both.
  func union(_ other: Room) -> Room {
    Room(
      left: max(left, other.left), top: max(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom), height: max(height, other.height))
  }
}
