import Balancing
import Panels
import TestSupport
import Testing

@Suite("Rank correlation")
struct SpearmanCorrelationTests {
  /// By hand: ranks 1 2 3 4 5 against 2 1 4 3 5 give 1 − 6·4 / (5·24).
  @Test func `matches one worked by hand`() throws {
    let found = try #require(SpearmanCorrelation([1, 2, 3, 4, 5], [20, 10, 40, 30, 50]))
    #expect(abs(found.value - 0.8) < 1e-15)
    #expect(found.low < 0.8 && 0.8 < found.high && found.high < 1)
  }

  /// By law: only ranks count; reversing one side changes the sign.
  @Test func `depends on ranks alone`() throws {
    let x = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let y = [2.0, 7, 1, 8, 2, 8, 1, 8]
    let one = try #require(SpearmanCorrelation(x, y))
    let cubed = try #require(SpearmanCorrelation(x.map { $0 * $0 * $0 }, y))
    let mirrored = try #require(SpearmanCorrelation(x.map { -$0 }, y))
    #expect(one == cubed)
    #expect(abs(one.value + mirrored.value) < 1e-15)
    #expect(abs(one.low + mirrored.high) < 1e-12)
  }

  @Test func `needs four pairs that vary`() {
    #expect(SpearmanCorrelation([1, 2, 3], [1, 2, 3]) == nil)
    #expect(SpearmanCorrelation([1, 1, 1, 1], [1, 2, 3, 4]) == nil)
  }
}

@Suite("Burden sharing")
struct BurdenSharingTests {
  let sharing: BurdenSharing

  init() throws {
    let data = try Embedded.data()
    sharing = BurdenSharing(try data.group(named: "NATO"), in: data)
  }

  /// By another program: Reference/burden.py, from the same tables.
  @Test func `agrees with a program in Python`() throws {
    for row in try Reference.rows(of: "burden.csv") {
      let year = try #require(sharing.years.first { $0.year == Int(row[0]) })
      let members = try year.members.get()
      #expect(members.count == Int(row[1]))
      #expect(abs(try #require(members.rankCorrelation).value - row[2]) < 1e-12)
      #expect(abs(members[0].spending / members.spending - row[3]) < 1e-12)
      #expect(abs(members[0].output / members.output - row[4]) < 1e-12)
    }
  }

  /// By law: the gaps of all members cancel.
  @Test func `free-ride gaps sum to zero`() throws {
    for year in sharing.years {
      guard let members = try? year.members.get() else { continue }
      #expect(abs(members.reduce(0) { $0 + members.freeRideGap(of: $1) }) < 1e-12)
    }
  }

  @Test func `says why a year is missing`() throws {
    let data = try Embedded.data()
    let late = BurdenSharing(sharing.alliance, in: data, years: 1948...1960)
    #expect(throws: Unavailable.sourceBegins(1960)) { try late.years[0].members.get() }
    #expect(late.years[12].belonging == 15)
  }
}

@Suite("Effort beyond growth")
struct EffortTests {
  let data = DataSet(
    panels: [
      .made(.population, from: 2000, ["AAA": [100, 100, 110]]),
      .made(.outputPerHead, from: 2000, ["AAA": [10, 11, 12]]),
      .made(.priceLevel, from: 2000, ["AAA": [1, 1, 1]]),
      .made(.burden, from: 2000, ["AAA": [0.02, 0.02, 0.03]]),
      .made(.militaryPersonnel, from: 2000, ["AAA": [0.001, 0.002]]),
    ], entities: [], checksum: "")

  /// By hand: the burden rises by half, whatever output does.
  @Test func `is the change of the burden's logarithm`() throws {
    let change = EffortRecord(data).change(of: "AAA", over: 2000...2002)
    #expect(abs(try change.effort.get() - 0.4054651081081644) < 1e-12)
    #expect(change.burden?.first == 0.02)
    #expect(abs(try #require(change.growth) - 0.5 * 0.2776317365982795) < 1e-12)
    #expect(throws: Unavailable.sourceEnds(2001)) { try change.mobilisation.get() }
  }

  /// By law: scaling all capabilities changes no effort and no growth.
  @Test func `does not depend on the unit`() throws {
    let scaled = DataSet(
      panels: data.panels.values.map { panel in
        guard panel.indicator == .outputPerHead else { return panel }
        return .made(.outputPerHead, from: 2000, ["AAA": [40, 44, 48]])
      }, entities: [], checksum: "")
    let one = EffortRecord(data).change(of: "AAA", over: 2000...2002)
    let other = EffortRecord(scaled).change(of: "AAA", over: 2000...2002)
    #expect(abs(try one.effort.get() - other.effort.get()) < 1e-12)
    #expect(abs(try #require(one.growth) - #require(other.growth)) < 1e-12)
  }

  /// By another program: Reference/effort.py, from the table of the World Bank alone.
  @Test func `agrees with a program in Python`() throws {
    let data = try Embedded.data()
    let record = EffortRecord(data)
    let powers: [Power] = [
      "CHN", "DEU", "FRA", "GBR", "IND", "ISR", "JPN", "POL", "RUS", "SAU", "UKR", "USA",
    ]
    let growth = SpendingGrowth.years(of: "CHN", in: data)
    for row in try Reference.rows(of: "effort.csv") {
      guard row[0] >= 0 else {
        let year = try #require(growth.first { $0.year == Int(row[1]) })
        #expect(abs(try #require(year.local) - row[2]) < 1e-9)
        #expect(abs(try #require(year.dollars) - row[3]) < 1e-9)
        continue
      }
      let change = record.change(of: powers[Int(row[0])], over: 2019...2024)
      #expect(abs(try #require(change.burden).first - row[1]) < 1e-12)
      #expect(abs(try #require(change.burden).last - row[2]) < 1e-12)
      #expect(abs(try change.effort.get() - row[3]) < 1e-9)
    }
  }

  @Test func `gives a reason for a power without figures`() {
    let change = EffortRecord(data).change(of: "BBB", over: 2000...2002)
    #expect(throws: Unavailable.missing(["BBB"])) { try change.effort.get() }
  }
}
