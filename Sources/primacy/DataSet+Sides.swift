import Forecasting
import Panels

extension DataSet {
  /// The side that a text names: a power, an alliance's members, or several joined by `+`.
  ///
  /// - Parameters:
  ///   - text: Codes, common names and alliances.
  ///   - year: Whose members an alliance has; the last ones where none is given.
  /// - Returns: The side, named by what was given.
  /// - Throws: `UnknownName` with the nearest names.
  func side(named text: String, in year: Int = .max) throws -> Side {
    let parts = text.split(separator: "+").map { String($0.drop { $0 == " " }) }
    let found = try parts.map { part -> (name: String, members: [Power]) in
      let group = groups[part.uppercased()]?.carriedMembers(in: year) ?? []
      guard group.isEmpty else { return (part.uppercased(), group) }
      let power = try power(named: part)
      return (power.code, [power])
    }
    guard !found.isEmpty else { return try Side(power(named: text)) }
    var seen: Set<Power> = []
    var names: Set<String> = []
    return Side(
      name: found.map(\.name).filter { names.insert($0).inserted }.joined(separator: "+"),
      members: found.flatMap(\.members).filter { seen.insert($0).inserted })
  }
}
