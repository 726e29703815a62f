import Balancing
import Datasets
import Forecasting
import Panels
import RealModule
import TestSupport
import Testing

@Suite("Distance of capitals")
struct CapitalDistanceTests {
  /// By another program: geopy, Reference/distances.py, whose radius is rounded to metres; its
  /// geodesics are within 0.6 %.
  @Test func `agrees with geopy`() throws {
    for row in try Reference.rows(of: "distances.csv") {
      let here = Capitals.Seat(name: "", years: 1...1, latitude: row[0], longitude: row[1])
      let there = Capitals.Seat(name: "", years: 1...1, latitude: row[2], longitude: row[3])
      #expect(abs(here.distance(to: there) / row[4] - 1) < 4e-8)
      #expect(here.distance(to: there) == there.distance(to: here))
      #expect(abs(here.distance(to: there) / row[5] - 1) < 0.006)
    }
  }
}

@Suite("Threat")
struct ThreatTests {
  /// By hand: CCC from AAA across a border, half of exp 0, no growth, no dispute, one point apart.
  @Test func `is the product of its parts`() throws {
    let threats = try MadeWorld().field().threats(to: "CCC", in: 2000)
    #expect(threats.map(\.power) == ["BBB", "AAA", "DDD"])
    let first = try #require(threats.first { $0.power == "AAA" })
    #expect(first.proximity == 1 && first.contiguity == 1 && first.disputes == 0)
    #expect(abs(try #require(first.level) - (0.4 * 0.4).squareRoot() * .exp(1)) < 1e-12)
    let second = try #require(threats.first { $0.power == "BBB" })
    let distance = try #require(second.distance)
    let expected = (0.3 * 0.45).squareRoot() * .exp(-distance / 3000) * 3 * .exp(1)
    #expect(second.contiguity == 0 && second.disputes == 2)
    #expect(abs(try #require(second.level) - expected) < 1e-12)
  }

  /// By law: threats are of shares, so that more for everyone changes nothing.
  @Test func `does not change where all capabilities double`() throws {
    var larger = MadeWorld()
    larger.powers = larger.powers.mapValues { (2 * $0.capability, 3 * $0.spending) }
    let (one, other) = (
      try MadeWorld().field().threats(to: "DDD", in: 2000),
      try larger.field().threats(to: "DDD", in: 2000)
    )
    #expect(one.map(\.power) == other.map(\.power))
    for (a, b) in zip(one, other) {
      #expect(abs(try #require(a.level) / #require(b.level) - 1) < 1e-12)
    }
  }

  /// By law: two states with other names, and everything else of theirs, change places.
  @Test func `does not depend on names`() throws {
    var world = MadeWorld()
    func swapped(_ power: Power) -> Power {
      power == "AAA" ? "BBB" : power == "BBB" ? "AAA" : power
    }
    func swapped<Value>(_ all: [Power: Value]) -> [Power: Value] {
      Dictionary(uniqueKeysWithValues: all.map { (swapped($0), $1) })
    }
    world.powers = swapped(world.powers)
    world.seats = swapped(world.seats)
    world.ideals = swapped(world.ideals)
    world.borders = [PowerPair("BBB", "CCC")]
    world.disputes = [PowerPair("AAA", "CCC"): [1995, 1997]]
    let (one, other) = (
      try MadeWorld().field().threats(to: "CCC", in: 2000),
      try world.field().threats(to: "CCC", in: 2000)
    )
    #expect(one.map { swapped($0.power) } == other.map(\.power))
    #expect(one.map(\.level) == other.map(\.level))
  }

  /// By law: where power alone counts, two halves at one place threaten as much as the whole.
  @Test func `halves add up where power alone counts`() throws {
    var options = ThreatField.Options()
    for part in ThreatWeights.Part.allCases { options.weights[part] = part == .power ? 1 : 0 }
    options.weights[.proximity] = 1
    var split = MadeWorld()
    for half: Power in ["BBB", "BBC"] {
      split.powers[half] = (15, 4.5)
      split.seats[half] = split.seats["BBB"]
    }
    let whole = try MadeWorld().field(options).threats(to: "DDD", in: 2000)
    let halves = try split.field(options).threats(to: "DDD", in: 2000)
    let sum = halves.filter { $0.power == "BBB" || $0.power == "BBC" }.compactMap(\.level)
    let one = try #require(whole.first { $0.power == "BBB" }?.level)
    #expect(sum.count == 2 && abs(sum.reduce(0, +) / one - 1) < 1e-12)
  }

  @Test func `weights change the ranking`() throws {
    var options = ThreatField.Options()
    options.weights[.disputes] = 0
    options.weights[.proximity] = 3
    let threats = try MadeWorld().field(options).threats(to: "CCC", in: 2000)
    #expect(threats[0].power == "AAA")
  }

  /// By another program: Reference/threat.py, from the same tables; its arc cosines lose digits.
  @Test func `agrees with a program in Python`() throws {
    let data = try Embedded.data()
    let field = try ThreatField(
      ThreatField.standardPower(in: data),
      spending: ThreatField.standardSpending(in: data, year: 2005), data: data,
      relations: DataLocation.tables(folder: embeddedFolder).relations())
    let cases: [(state: Power, year: Int)] = [("FRA", 1938), ("POL", 1985), ("IND", 2005)]
    let rows = try Reference.rows(of: "threat.csv")
    for (place, one) in cases.enumerated() {
      let threats = try field.threats(to: one.state, in: one.year)
      let codes = field.states(in: one.year).filter { $0 != one.state }
      let gravest = try #require(threats[0].level)
      for (row, threat) in zip(rows.filter { Int($0[0]) == place }, threats) {
        #expect(threat.power == codes[Int(row[1])])
        #expect(abs(try #require(threat.level) / gravest - row[2]) < 1e-9)
      }
    }
  }

  /// By law: the factors multiply to the ratio, and exchanging the sides inverts it.
  @Test func `comparisons of two sides are products of their parts`() throws {
    let field = try MadeWorld().field()
    func compare(_ one: [Power], _ other: [Power]) throws -> ThreatComparison {
      try #require(try field.comparison(of: "CCC", between: one, and: other, in: 2000))
    }
    let there = try compare(["AAA", "DDD"], ["BBB"])
    let back = try compare(["BBB"], ["AAA", "DDD"])
    let product = ThreatWeights.Part.allCases.reduce(1) { $0 * (there.factor(of: $1) ?? .nan) }
    #expect(abs(product / there.ratio - 1) < 1e-12)
    #expect(abs(there.ratio * back.ratio - 1) < 1e-12)
    #expect(there.challenger.power == "AAA")
  }

  @Test func `what a source does not cover is missing, not zero`() throws {
    var world = MadeWorld()
    world.ideals["AAA"] = nil
    let threats = try world.field().threats(to: "CCC", in: 2000)
    #expect(threats.last?.power == "AAA" && threats.last?.level == nil)
    world.ideals["CCC"] = nil
    let all = try world.field().threats(to: "CCC", in: 2000)
    #expect(all.allSatisfy { $0.idealDistance == nil && $0.level != nil })
    #expect(throws: Unavailable.sourceEnds(2000)) {
      try world.field().threats(to: "CCC", in: 2001)
    }
  }

  @Test func `a source that ends is carried only if asked`() throws {
    var world = MadeWorld()
    world.years = 1980...1990
    world.disputes = [:]
    let before = world.relations
    world.years = 1980...1996
    let data = world.data
    let measure = Measure(try data.panel(named: "capability").indicator)
    func threat(_ carries: Bool) throws -> Threat {
      var options = ThreatField.Options()
      options.carries = carries
      let field = try ThreatField(
        measure, spending: measure, data: data, relations: before, options: options)
      return try #require(try field.threats(to: "CCC", in: 1996).first { $0.power == "AAA" })
    }
    #expect(try threat(false).contiguity == nil && threat(false).disputes == nil)
    #expect(try threat(true).contiguity == 1 && threat(true).disputes == 0)
  }

  /// By law: at no distance and with no share lost, power is all there; farther off there is less.
  @Test func `power fades with distance in every form`() {
    for form in [LossOfStrength.exponential(kilometres: 3000), .buenoDeMesquita] {
      let left = [0, 500, 2000, 9000].map { form.remaining(at: $0, of: 0.2, in: 1950) }
      #expect(zip(left, left.dropFirst()).allSatisfy { $0 > $1 })
    }
    #expect(LossOfStrength.none.remaining(at: 9000, of: 0.2, in: 1950) == 1)
    #expect(LossOfStrength.exponential(kilometres: 3000).remaining(at: 0, of: 0.2, in: 1950) == 1)
  }
}
