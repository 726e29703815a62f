/// Where states stand in the votes of the United Nations' General Assembly, year by year.
///
/// **Units.** The scale of the source's model: about 1 is the spread of all states.
/// **Source.** Bailey, Strezhnev and Voeten, "Estimating dynamic state preferences from United
/// Nations voting data" (2017), doi:10.1177/0022002715595700.
public struct IdealPoints: Sendable {
  /// A point and the 90 % interval of its posterior.
  public struct Point: Hashable, Sendable {
    public let value: Double
    public let low: Double
    public let high: Double

    public init(_ value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// By power, then by year.
  public let points: [Power: [Int: Point]]
  public let coverage: ClosedRange<Int>?

  public init(_ points: [Power: [Int: Point]]) {
    self.points = points
    let years = points.values.flatMap(\.keys)
    let first = years.min()
    let last = years.max()
    coverage = first.flatMap { first in last.map { first...$0 } }
  }

  public subscript(power: Power, year: Int) -> Point? { points[power]?[year] }

  /// How far apart two powers stand; nothing where one has no point.
  public func distance(_ one: Power, _ other: Power, in year: Int) -> Double? {
    guard let left = self[one, year], let right = self[other, year] else { return nil }
    return abs(left.value - right.value)
  }

  public func known(by year: Int) -> IdealPoints {
    IdealPoints(points.mapValues { $0.filter { $0.key <= year } }.filter { !$0.value.isEmpty })
  }
}
