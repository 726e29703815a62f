import Balancing
import Charts
import Panels

extension ReportSection {
  /// Who leans away without arms.
  static let soft = ReportSection(
    name: "soft", template: PackageResources.soft_mustache
  ) { findings in
    guard let chart = findings.balance.soft else { return nil }
    let names = findings.context.names
    let signs = chart.states.map {
      chart.record.signs(of: $0, in: chart.last, against: chart.baseline)
    }
    let known = signs.compactMap { try? $0.distance.get() }
    let clear = known.filter { ($0.significance ?? 1) < 0.1 }
    let farther = clear.count { ($0.departure ?? 0) > 0 }
    let shares = signs.compactMap { try? $0.agreementShare.get().value }
    let most = shares.max().map { "at most \(Percent($0).unbroken)" } ?? "an unknown share"
    return SectionContent(
      [
        "now": chart.headline + ". Of the agreements of these states \(most) join "
          + "\(findings.context.words.challenger) and leave \(findings.context.words.incumbent) out.",
        "past": "Carried on from \(chart.baseline.first)–\(chart.baseline.end), the trends missed "
          + "\(Cardinal(clear.count)) of \(Cardinal(known.count)) states by more than nine tenths of "
          + "their own errors: \(Cardinal(farther)) of them stand farther away than their trends "
          + "had it, \(Cardinal(clear.count - farther)) nearer. A straight trend is a poor prophet.",
        "signCaption": "Signs in \(chart.last), each beside the state’s own trend",
      ], tables: ["signs": table(signs, names)])
  }

  private static func table(_ signs: [SoftBalancing], _ names: DataSet) -> Table {
    Table(
      "report soft",
      columns: [
        "State", "Distance in votes", "By its trend", "Departure", "p", "Agreements of the kind",
        "Groups",
      ],
      rows: signs.map { signs in
        // Why a sign is missing is told by the command.
        let distance = try? signs.distance.get()
        let share = try? signs.agreementShare.get().value
        func cell(_ value: Double?) -> Table.Cell { value.map { .ratio($0) } ?? .missing }
        return [
          .text(names.name(of: signs.state)), cell(distance?.value), cell(distance?.counterfactual),
          cell(distance?.departure), cell(distance?.significance),
          share.map { .probability($0) } ?? .missing,
          .text(signs.groups.joined(separator: ", ")),
        ]
      })
  }
}
