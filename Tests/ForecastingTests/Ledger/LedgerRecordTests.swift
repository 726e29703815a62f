import Datasets
import Forecasting
import Panels
import TestSupport
import Testing

@Suite("Ledger of published forecasts")
struct LedgerRecordTests {
  static let scores = Result { () throws -> [String: LedgerScore] in
    let location = DataLocation.tables(folder: embeddedFolder)
    let data = try DataSet.load(from: location)
    let path = try #require(location.ledger)
    let table = try LedgerTable(path: path, entities: data.entities.values)
    let scores = Ledger(table.entries).score(against: data)
    return Dictionary(uniqueKeysWithValues: scores.map { ($0.entry.id, $0) })
  }
  let scores: [String: LedgerScore]

  init() throws { scores = try Self.scores.get() }

  /// By the publishers' figures: the World Bank's products cross in 2007, 2010 and 2016, and their
  /// ratios never reach 1 elsewhere; NMC 7.0 has China's steel above Britain's from 1975.
  @Test(arguments: [
    ("goldman-2003-germany", LedgerStatus.hit, 2007 as Int?, 0 as Int?),
    ("goldman-2003-japan", .early, 2010, -5), ("goldman-2003-us", .open, nil, nil),
    ("imf-2011", .hit, 2016, 0), ("maddison-2007", .hit, 2016, 1), ("ft-2014", .early, 2016, -3),
    ("iiss-2013", .missed, nil, 1), ("cebr-2013-brazil-uk", .missed, nil, 2),
    ("cebr-2013-brazil-germany", .missed, nil, 2), ("standard-chartered-2010", .missed, nil, 5),
    ("kahn-1970", .missed, nil, 25), ("mao-1957", .late, 1975, 3),
    ("longbets-491", .overdue, nil, 0), ("jcer-2022", .correctSoFar, nil, nil),
    ("capital-economics-2021", .correctSoFar, nil, nil), ("fogel-2010", .undated, 2016, nil),
    ("pardee-2019", .notMeasured, nil, nil), ("jcer-2021-taiwan", .notMeasured, nil, nil),
  ])
  func `is scored as history was`(
    id: String, status: LedgerStatus, actual: Int?, error: Int?
  ) throws {
    let score = try #require(scores[id])
    #expect(score.status == status)
    #expect(score.actual == actual)
    #expect(score.errorYears == error)
  }

  /// The Soviet Union ended in 1991, at less than half of American output.
  @Test func `the Soviet Union never passes the United States`() {
    let soviet = scores.values.filter { $0.entry.challenger == "SUN" }
    #expect(soviet.count == 9)
    #expect(soviet.allSatisfy { [.never, .correct, .undated].contains($0.status) })
    #expect(soviet.allSatisfy { $0.actual == nil })
    #expect(scores["nixon-1960"]?.status == .correct)
    #expect(scores["cia-1964"]?.status == .correct)
  }

  @Test func `every forecast is told where it stands`() {
    #expect(scores.count == 61)
    #expect(scores.values.allSatisfy { !$0.entry.source.isEmpty && !$0.entry.note.isEmpty })
    #expect(scores.values.filter { !$0.entry.isVerified }.count == 12)
  }
}
