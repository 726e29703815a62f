import Archive
import ArgumentParser

/// How far knowledge goes: to the end of a year of the figures, or to a day of their publication.
enum AsOf: ExpressibleByArgument, Hashable {
  /// Figures of no later year, in the vintage in use.
  case year(Int)
  /// The vintage that was known on the day.
  case day(Day)

  static let years = 1816...2200

  init?(argument: String) {
    if let day = Day(argument) {
      self = .day(day)
    } else if let year = Int(argument), Self.years.contains(year) {
      self = .year(year)
    } else {
      return nil
    }
  }
}
