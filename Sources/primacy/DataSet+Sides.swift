import Forecasting
import Panels

extension DataSet {
  /// The side that a text names: a power, an alliance's members, or several joined by `+`.
  ///
  /// - Parameters:
  ///   - text: Codes, common names and alliances.
  ///   - year: Whose members an alliance has; the last ones where none is given.
  ///   - reliability: How much of the power of all but the first member counts, 0 to 1.
  /// - Returns: The side, named by what was given; its principal is the power named first, or the
  ///   largest economy of the alliance named first.
  /// - Throws: `UnknownName` with the nearest names.
  func side(
    named text: String, in year: Int = .max, reliability: Double = 1
  ) throws -> Side {
    let parts = text.split(separator: "+").map { String($0.drop { $0 == " " }) }
    let found = try parts.map { part -> (name: String, members: [Power]) in
      let group = groups[part.uppercased()]?.carriedMembers(in: year) ?? []
      guard group.isEmpty else {
        return (part.uppercased(), withPrincipal(of: group, in: year))
      }
      let power = try powerBesideAlliances(named: part)
      return (power.code, [power])
    }
    guard !found.isEmpty else { return try Side(power(named: text)) }
    var seen: Set<Power> = []
    var names: Set<String> = []
    return Side(
      name: found.map(\.name).filter { names.insert($0).inserted }.joined(separator: "+"),
      members: found.flatMap(\.members).filter { seen.insert($0).inserted },
      reliability: reliability)
  }

  /// An alliance's members, the largest economy at purchasing-power parity in a year first.
  private func withPrincipal(of powers: [Power], in year: Int) -> [Power] {
    func last(_ indicator: Indicator, of power: Power) -> Double {
      let panel = self[indicator]
      let end = min(year, panel?.series(of: power)?.coverage?.upperBound ?? year)
      return panel?[power, end] ?? 0
    }
    let sizes = powers.map { last(.population, of: $0) * last(.outputPerHead, of: $0) }
    guard let first = powers.indices.max(by: { sizes[$0] < sizes[$1] }) else { return powers }
    return [powers[first]] + powers.indices.filter { $0 != first }.map { powers[$0] }
  }
}
