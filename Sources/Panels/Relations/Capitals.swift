/// Where capital cities lie, and in which years.
public struct Capitals: Sendable {
  /// A city while it is a capital.
  public struct Seat: Hashable, Sendable {
    public let name: String
    public let years: ClosedRange<Int>
    /// Degrees north.
    public let latitude: Double
    /// Degrees east.
    public let longitude: Double

    public init(name: String, years: ClosedRange<Int>, latitude: Double, longitude: Double) {
      self.name = name
      self.years = years
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// By power, in the order of years.
  public let seats: [Power: [Seat]]

  public init(_ seats: [Power: [Seat]]) {
    self.seats = seats.mapValues { $0.sorted { $0.years.lowerBound < $1.years.lowerBound } }
  }

  /// The capital in a year; in a year of change the new one.
  public func seat(of power: Power, in year: Int) -> Seat? {
    seats[power]?.last { $0.years.contains(year) }
  }

  public func known(by year: Int) -> Capitals {
    Capitals(
      seats.compactMapValues { seats in
        let kept = seats.filter { $0.years.lowerBound <= year }
        return kept.isEmpty ? nil : kept
      })
  }
}
