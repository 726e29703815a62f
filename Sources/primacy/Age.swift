import ArgumentParser

/// A length of time as people write it: `90m`, `36h`, `2d`.
struct Age: ExpressibleByArgument, CustomStringConvertible {
  let seconds: Double

  init(seconds: Double) { self.seconds = seconds }

  init(hours: Int) { seconds = Double(hours) * 3600 }

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
    guard let last = argument.last, let unit = units[last],
      let count = Double(argument.dropLast()), count > 0, count.isFinite
    else { return nil }
    seconds = count * unit
  }

  var description: String {
    let hours = seconds / 3600
    return hours < 2 ? "\(Int((seconds / 60).rounded()))m" : "\(Int(hours.rounded()))h"
  }

  var defaultValueDescription: String { description }
}
