import ArgumentParser
import Balancing
import Panels

/// The option that every command which compares a set of powers understands.
struct PowerSetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "MAJORS (the Correlates of War list by year), an alliance such as NATO, or codes and names "
        + "joined by + or commas.", valueName: "powers"))
  var powers: String?

  /// The set that is named, or the majors.
  ///
  /// - Throws: `UnknownName` with the nearest names; `onePower`.
  func set(in data: DataSet) throws -> PowerSet {
    let powers = powers ?? PowerGroup.majors
    let parts = powers.split { $0 == "+" || $0 == "," }.map { String($0.drop { $0 == " " }) }
    if parts.count < 2 {
      if let group = data.groups[powers.uppercased()] { return .group(group) }
      throw BalancingError.onePower(try data.powerBesideAlliances(named: powers).code)
    }
    var seen: Set<Power> = []
    let members = try parts.map { try data.power(named: $0) }.filter { seen.insert($0).inserted }
    guard members.count > 1 else { throw BalancingError.onePower(members[0].code) }
    return .fixed(members)
  }
}

/// The years to print.
struct YearOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first year.", valueName: "year"))
  var from: Int?

  @Option(help: ArgumentHelp("The last year.", valueName: "year"))
  var to: Int?

  @Option(help: ArgumentHelp("One year only.", valueName: "year"))
  var year: Int?

  func validate() throws {
    for given in [from, to, year].compactMap(\.self) where !(1...2200).contains(given) {
      throw ValidationError("A year must be 1 to 2200, and \(given) is not.")
    }
    if let from, let to, from > to { throw ValidationError("--from must not be after --to.") }
    if year != nil, from != nil || to != nil {
      throw ValidationError("Give --year, or --from and --to.")
    }
  }

  /// The years asked for, where an open end takes that of what is known.
  func years(within known: ClosedRange<Int>?) -> ClosedRange<Int>? {
    if let year { return year...year }
    guard let first = from ?? known?.lowerBound, let last = to ?? known?.upperBound else {
      return nil
    }
    return min(first, last)...max(first, last)
  }
}
