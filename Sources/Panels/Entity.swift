/// A state as the data set knows it: its name, its years, and the state that continues it.
public struct Entity: Hashable, Sendable {
  public let power: Power
  public let name: String
  /// The code that carries the state on after its end.
  public let continuedAs: Power?
  /// The years in which the state exists; unbounded where nothing is known of a beginning or end.
  public let years: ClosedRange<Int>

  public init(power: Power, name: String, continuedAs: Power?, years: ClosedRange<Int>) {
    self.power = power
    self.name = name
    self.continuedAs = continuedAs
    self.years = years
  }
}
