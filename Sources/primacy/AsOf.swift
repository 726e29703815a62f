import Archive
import ArgumentParser
import Foundation

/// How far knowledge goes: to the end of a year of the figures, or to a time of their publication.
enum AsOf: ExpressibleByArgument, Hashable {
  /// Figures of no later year, in the vintage in use.
  case year(Int)
  /// The vintage that was known on the day.
  case day(Day)
  /// The vintage that was known at the moment, to the second.
  case moment(Date)

  static let years = 1816...2200

  init?(argument: String) {
    if let day = Day(argument) {
      self = .day(day)
    } else if let moment = Date(stamp: argument) {
      self = .moment(moment)
    } else if let year = Int(argument), Self.years.contains(year) {
      self = .year(year)
    } else {
      return nil
    }
  }
}
