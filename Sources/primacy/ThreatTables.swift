import Balancing
import Charts
import Forecasting
import Panels
import Reports

/// The table of `balance threat`.
struct ThreatTables {
  let field: ThreatField
  let state: Power
  let year: Int

  private static let columns = [
    "year", "measure", "state", "rank", "threat_from", "threat", "power_share", "distance_km",
    "contiguity", "proximity", "spending_share", "spending_growth", "offense", "disputes",
    "ideal_distance",
  ]

  /// A row a threat, the gravest first.
  func table(_ threats: [Threat]) -> Table {
    let gravest = threats.first?.level
    return Table(
      "balance threat", columns: Self.columns,
      rows: threats.enumerated().map { place, threat in
        let level = threat.level.flatMap { level in gravest.map { level / $0 } }
        return [
          .year(year), .text(field.measure.name), .text(state.code),
          level == nil ? .missing : .count(place + 1), .text(threat.power.code),
          level.map { .number($0) } ?? .missing, .number(threat.share),
          threat.distance.map { .count(Int($0.rounded())) } ?? .missing,
          cell(threat.contiguity.map { .count($0) }, field.relations.contiguity.coverage),
          number(threat.proximity), number(threat.spendingShare),
          threat.spendingGrowth.map { .ratio($0) } ?? .missing, number(threat.offense),
          cell(threat.disputes.map { .number($0) }, field.relations.disputes.coverage),
          cell(
            threat.idealDistance.map { .ratio($0) }, field.relations.idealPoints.coverage),
        ]
      })
  }

  private func number(_ value: Double?) -> Table.Cell { value.map { .number($0) } ?? .missing }

  /// The value, or why its source has none in the year.
  private func cell(_ value: Table.Cell?, _ coverage: ClosedRange<Int>?) -> Table.Cell {
    if let value { return value }
    guard let coverage else { return .missing }
    if year > coverage.upperBound {
      return .text("\(Unavailable.sourceEnds(coverage.upperBound))")
    }
    return year < coverage.lowerBound
      ? .text("\(Unavailable.sourceBegins(coverage.lowerBound))") : .missing
  }

  /// The weights, and what they were applied to.
  func note(_ threats: [Threat]) -> String {
    let weights = ThreatWeights.Part.allCases.map { part in
      "\(part.rawValue)=\(Numeral.plain(field.options.weights[part]))"
    }
    let carried = field.options.carries ? "; sources that end earlier are carried on" : ""
    return """
      primacy: weights \(weights.joined(separator: ",")); military spending is \
      \(field.spending.name)\(carried).

      """
  }
}
