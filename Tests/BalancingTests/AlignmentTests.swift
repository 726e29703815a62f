import Balancing
import Datasets
import Forecasting
import Panels
import TestSupport
import Testing

@Suite("Sides of an alignment")
struct AlignmentSidesTests {
  /// By hand: to CCC the gravest is BBB; AAA is its rival unless the two have a pact.
  @Test func `rivals are the majors without a pact with the threatening side`() throws {
    var world = MadeWorld()
    let majors: [Power] = ["AAA", "BBB", "DDD"]
    let sides = try #require(
      AlignmentSides(of: "CCC", in: 2000, among: majors, world.field()))
    #expect(sides.threatening == "BBB" && sides.rivals == ["AAA", "DDD"])
    world.pacts = [PowerPair("AAA", "BBB"): 1990...2000]
    let allied = try #require(
      AlignmentSides(of: "CCC", in: 2000, among: majors, world.field()))
    #expect(allied.threatening == "BBB" && allied.rivals == ["DDD"])
    #expect(
      AlignmentSides(of: "CCC", in: 2001, among: majors, try world.field()) == nil)
  }

  /// By hand: CCC forms a pact with AAA, a rival of the threatening BBB, in 1998.
  @Test func `a pact with a rival is balancing`() async throws {
    var world = MadeWorld()
    world.pacts = [PowerPair("AAA", "CCC"): 1998...2000, PowerPair("YYY", "ZZZ"): 1990...2000]
    let majors = PowerGroup(
      name: "MAJORS", spells: ["AAA", "BBB"].map { .init($0, years: 1990...2000) })
    let record = await AlignmentRecord(try world.field(), majors: majors)
    let found = record.observations.filter { $0.state == "CCC" }
    let before = try #require(found.first { $0.year == 1997 })
    #expect(before.now[.balance] == false && before.next[.balance] == true)
    #expect(before.step(.balance) == .forming && before.now[.bandwagon] == false)
    let last = try #require(found.last)
    #expect(last.year == 2000 && last.next.isEmpty && last.now[.balance] == true)
    #expect(record.lastYear == 2000)
    let place = try #require(AlignmentObservation.Factor.allCases.firstIndex(of: .size))
    #expect(abs(last.size - 2.0 / 3) < 1e-12)
    #expect(abs(try #require(last.factors[.balance])[place] - -0.4054651081) < 1e-9)
  }

  /// By law: nothing changes where all capabilities double.
  @Test func `does not change with the scale of capabilities`() async throws {
    var world = MadeWorld()
    world.pacts = [PowerPair("AAA", "CCC"): 1995...2000]
    let majors = PowerGroup(
      name: "MAJORS", spells: ["AAA", "BBB"].map { .init($0, years: 1990...2000) })
    let one = await AlignmentRecord(try world.field(), majors: majors)
    world.powers = world.powers.mapValues { (4 * $0.capability, 4 * $0.spending) }
    let other = await AlignmentRecord(try world.field(), majors: majors)
    #expect(
      one.observations.map(\.sides.threatening) == other.observations.map(\.sides.threatening))
    #expect(one.observations.map(\.now) == other.observations.map(\.now))
  }
}

@Suite("Alignment from the record of pacts")
struct AlignmentModelTests {
  private static let record: Task<AlignmentRecord, any Error> = Task {
    let data = try Embedded.data()
    let relations = try DataLocation.tables(folder: embeddedFolder).relations()
    var options = ThreatField.Options()
    options.weights[.ideals] = 0
    options.carries = true
    func measure(_ indicator: Indicator) -> Measure { Measure(indicator) }
    let field = try ThreatField(
      measure(.capabilityCOW), spending: measure(.militarySpendingCOW), data: data,
      relations: relations, options: options)
    return await AlignmentRecord(field, majors: try data.group(named: PowerGroup.majors))
  }

  /// By another program: statsmodels, Reference/alignment.py, on the same state-years.
  @Test func `coefficients and clustered errors are statsmodels'`() async throws {
    let record = try await Self.record.value
    for row in try Reference.rows(of: "alignment.csv") {
      let alignment: Alignment = row[0] == 0 ? .bandwagon : .balance
      let step: Alignment.Step = row[1] == 0 ? .forming : .keeping
      let fit = try AlignmentFit(alignment, step, from: record, ridge: .none)
      #expect(fit.rows == Int(row[2]) && fit.events == Int(row[3]))
      #expect(fit.states == Int(row[4]))
      for place in fit.coefficients.indices {
        let (value, error) = (row[5 + 2 * place], row[6 + 2 * place])
        #expect(abs(fit.coefficients[place] - value) < 1e-5 * max(1, abs(value)))
        #expect(abs(fit.standardErrors[place] - error) < 1e-4 * error)
      }
    }
  }

  /// By law: a stronger ridge leaves smaller coefficients, and at last only the rate.
  @Test func `a ridge draws coefficients to zero`() async throws {
    let record = try await Self.record.value
    let sizes = try [1.0, 1e3, 1e9].map { strength in
      try AlignmentFit(.balance, .forming, from: record, ridge: .fixed(strength))
        .coefficients.dropFirst().reduce(0) { $0 + $1 * $1 }
    }
    #expect(sizes[0] > sizes[1] && sizes[1] > sizes[2] && sizes[2] < 1e-9)
  }

  /// By law: what came after a year does not change what was learned by then.
  @Test func `knows nothing later than its origin`() async throws {
    let record = try await Self.record.value
    let fit = try AlignmentFit(.balance, .forming, from: record, through: 1950)
    #expect(fit.years.upperBound == 1950)
    #expect(record.steps(.balance, .forming, through: 1950).allSatisfy { $0.year < 1950 })
  }

  @Test func `Poland is threatened by Russia and Japan by China`() async throws {
    let last = try await Self.record.value.observations.filter { $0.year == 2018 }
    func threatening(_ power: Power) -> Power? {
      last.first { $0.state == power }?.sides.threatening
    }
    #expect(threatening("POL") == "RUS" && threatening("JPN") == "CHN")
    #expect(threatening("CAN") == "USA")
  }
}
