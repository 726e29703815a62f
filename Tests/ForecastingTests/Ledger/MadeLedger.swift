import Panels
import TestSupport

/// A made-up contest: AAA against BBB, which is 1 in every year.
enum MadeLedger {
  static let size = Indicator("gdp.ppp", unit: "units")

  /// What AAA has from 2000 on; AAA exists until `end`.
  static func data(_ ratios: [Double], end: Int = .max) -> DataSet {
    DataSet(
      panels: [
        .made(
          size, from: 2000,
          ["AAA": ratios, "BBB": ratios.map { _ in 1 }, "USA": ratios.map { _ in 0.1 }])
      ],
      entities: [Entity(power: "AAA", name: "A", continuedAs: nil, years: Int.min...end)],
      checksum: "sha256:made")
  }

  /// Behind in every year but those that are named, from 2000 to the last.
  static func data(ahead years: [Int], until last: Int, end: Int = .max) -> DataSet {
    data((2000...last).map { years.contains($0) ? 1.1 : 0.9 }, end: end)
  }

  static func entry(
    _ prediction: LedgerEntry.Prediction, published: Int = 2005,
    event: LedgerEntry.Event = .first, measure: String = "gdp.ppp"
  ) -> LedgerEntry {
    LedgerEntry(
      id: "made", publisher: "nobody", published: PublicationDate(published),
      challenger: "AAA", incumbent: "BBB", measure: measure, prediction: prediction, event: event)
  }
}
