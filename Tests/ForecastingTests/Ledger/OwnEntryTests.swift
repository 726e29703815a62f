import Datasets
import Panels
import TestSupport
import Testing

@testable import Forecasting

@Suite("Own ledger entries")
struct OwnEntryTests {
  private let years = 2026...2029

  /// A forecast whose event happens in so many of a hundred futures each year.
  private func forecast(_ counts: [Int], crossedIn: Int? = nil) throws -> CrossingForecast {
    let event = EventForecast(years: years, counts: counts, futures: 100)
    return CrossingForecast(
      measure: .outputPPP, contest: try Contest(challenger: Side("CHN"), incumbent: Side("USA")),
      origin: 2025, ratio: crossedIn == nil ? 0.8 : 1.2, history: [], crossedIn: crossedIn,
      crossing: event, durable: event, led: crossedIn == nil ? 0 : 5, reversal: event,
      quantiles: RatioQuantiles(years: years, values: []))
  }

  private func entry(_ forecast: CrossingForecast, _ id: String = "a") throws -> LedgerEntry {
    try #require(
      LedgerEntry(
        forecast, id: id, published: PublicationDate(2026, month: 3), publisher: "Primacy"))
  }

  /// By hand: a quarter of the futures by 2027, three quarters by 2028.
  @Test func `what is likelier than not is entered with its quartiles`() throws {
    let likely = try entry(forecast([10, 20, 50, 0]))
    #expect(likely.prediction == .within(2027...2028))
    #expect(likely.note == "80 % by 2029, from figures up to 2025.")
    #expect(try entry(forecast([0, 30, 25, 0])).prediction == .within(2027...2029))
  }

  @Test func `what is not is entered as not by the horizon`() throws {
    #expect(try entry(forecast([10, 20, 10, 0])).prediction == .notBy(2029))
  }

  @Test func `of a leader the reversal is entered`() throws {
    let entry = try entry(forecast([10, 20, 50, 0], crossedIn: 2016))
    #expect(entry.challenger == "USA" && entry.incumbent == "CHN")
  }

  @Test func `what repeats the last is not entered again`() throws {
    let (one, other) = (try forecast([10, 20, 50, 0]), try forecast([0, 10, 10, 0]))
    let nights = try [entry(one, "a"), entry(one, "b"), entry(other, "c"), entry(one, "d")]
    let entries = nights.reduce([LedgerEntry]()) { $0.appending([$1]) }
    #expect(entries.map(\.id) == ["a", "c", "d"])
  }

  @Test func `a table reads back as it was written`() throws {
    let scratch = try Scratch()
    let entities = ["CHN", "USA"].map { code in
      Entity(power: Power(code), name: code, continuedAs: nil, years: 1816...2200)
    }
    let entries = try [
      entry(forecast([10, 20, 50, 0]), "a"), entry(forecast([0, 1, 0, 0]), "b"),
    ]
    let file = "\(scratch.path)/ours.csv"
    try LedgerTable.write(entries, to: file)
    #expect(try LedgerTable(path: file, entities: entities).entries == entries)
  }
}
