import Forecasting
import Panels

extension DataSet {
  /// The side that a text names: a power, or powers joined by `+`.
  ///
  /// - Throws: `UnknownName` with the nearest names.
  func side(named text: String) throws -> Side {
    let members = try text.split(separator: "+").map { part in
      try power(named: String(part.drop { $0 == " " }))
    }
    guard !members.isEmpty else { return try Side(power(named: text)) }
    var seen: Set<Power> = []
    let once = members.filter { seen.insert($0).inserted }
    return Side(name: once.map(\.code).joined(separator: "+"), members: once)
  }
}
