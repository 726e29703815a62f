import Balancing
import Panels
import TestSupport
import Testing

@Suite("Richardson's equations")
struct RichardsonTests {
  let race = Richardson(fatigue: (0.2, 0.3), reaction: (0.1, 0.15), grievance: (0.4, 0.3))

  /// By hand: ab = 0.06, kl = 0.015; x* = (0.3·0.4 + 0.1·0.3) / 0.045.
  @Test func `match a race worked by hand`() throws {
    #expect(abs(race.loopGain - 0.25) < 1e-15)
    #expect(race.isStable)
    let rest = try #require(race.equilibrium)
    #expect(abs(rest.first - 0.15 / 0.045) < 1e-12)
    #expect(abs(rest.second - 0.12 / 0.045) < 1e-12)
    let path = race.response(years: 2)
    #expect(path[1].first == 0.8 && path[1].second == 0.15)
    #expect(abs(path[2].second - (0.15 * 0.8 + 0.7 * 0.15)) < 1e-15)
  }

  /// By law: a shock dies at the rate of the spectral radius.
  @Test func `die away as the spectral radius says`() {
    let path = race.response(years: 200)
    #expect(abs(path[200].second / path[199].second - race.spectralRadius) < 1e-9)
    #expect(race.spectralRadius < 1)
  }

  @Test func `run away where reaction outweighs fatigue`() {
    let runaway = Richardson(fatigue: (0.1, 0.1), reaction: (0.2, 0.2), grievance: (0, 0))
    #expect(!runaway.isStable && runaway.equilibrium == nil)
    #expect(abs(runaway.spectralRadius - 1.1) < 1e-15)
  }

  /// By law: exchanging the states changes neither gain nor stability.
  @Test func `are symmetric`() {
    #expect(race.exchanged.loopGain == race.loopGain)
    #expect(abs(race.exchanged.spectralRadius - race.spectralRadius) < 1e-15)
    #expect(race.exchanged.exchanged == race)
  }
}

@Suite("Arms race of a pair")
struct ArmsRaceTests {
  /// By another program: Reference/arms_race.py; probabilities of 4,000 and 200,000 draws.
  @Test func `agrees with a program in Python`() throws {
    let row = try #require(try Reference.rows(of: "arms_race.csv").first)
    let race = try ArmsRace("CHN", "USA", in: try Embedded.data())
    let mean = race.mean
    let values = [
      mean.reaction.first, mean.fatigue.first, mean.grievance.first, mean.reaction.second,
      mean.fatigue.second, mean.grievance.second,
    ]
    for (value, wanted) in zip(values, row) { #expect(abs(value - wanted) < 1e-9) }
    // Three standard errors of 4,000 draws.
    #expect(abs(race.probabilityOfStability - row[6]) < 0.009)
    #expect(race.years == 1989...2024)
  }

  /// By law: exchanging the states exchanges the equations.
  @Test func `is symmetric`() throws {
    let data = try Embedded.data()
    let one = try ArmsRace("IND", "PAK", in: data).mean
    let other = try ArmsRace("PAK", "IND", in: data).mean.exchanged
    #expect(abs(one.reaction.first - other.reaction.first) < 1e-12)
    #expect(abs(one.fatigue.second - other.fatigue.second) < 1e-12)
  }

  /// By simulation: four hundred years of a known race, with a prior that says little.
  @Test func `finds the race that made the figures`() throws {
    var deviates = Deviates(seed: 3)
    var (x, y) = (4.0, 2.0)
    var runs: [Power: [Double]] = ["AAA": [], "BBB": []]
    for _ in 0..<400 {
      runs["AAA"]?.append(x / 100)
      runs["BBB"]?.append(y / 100)
      (x, y) = (
        x + 0.1 * y - 0.3 * x + 0.9 + 0.1 * deviates.next(),
        y + 0.2 * x - 0.4 * y + 0.4 + 0.1 * deviates.next()
      )
    }
    let data = DataSet(
      panels: [.made(.burden, from: 1800, runs)], entities: [], checksum: "")
    var prior = ArmsRacePrior()
    prior.reactionDeviation = 10
    prior.fatigueDeviation = 10
    let race = try ArmsRace("AAA", "BBB", in: data, prior: prior)
    for (quantity, wanted) in [
      (\Richardson.reaction.first, 0.1), (\.reaction.second, 0.2), (\.fatigue.first, 0.3),
      (\.fatigue.second, 0.4),
    ] as [(KeyPath<Richardson, Double>, Double)] {
      let found = try #require(race.summary { $0[keyPath: quantity] })
      // Three standard errors: the central 90 % are 3.3 of them wide.
      #expect(abs(found.median - wanted) < 0.91 * (found.high - found.low), "\(wanted): \(found)")
    }
    #expect(race.probabilityOfStability > 0.95)
  }

  /// By law: a prior that is sure of no reaction gives none.
  @Test func `is drawn to no reaction by a prior that is sure`() throws {
    var prior = ArmsRacePrior()
    prior.reactionDeviation = 1e-6
    let race = try ArmsRace("IND", "PAK", in: try Embedded.data(), prior: prior)
    #expect(abs(race.mean.reaction.second) < 1e-6)
  }

  @Test func `needs two states with common years`() throws {
    let data = try Embedded.data()
    #expect(throws: BalancingError.onePower("USA")) { try ArmsRace("USA", "USA", in: data) }
    #expect(throws: BalancingError.tooFewYears(have: 0, need: 15)) {
      try ArmsRace("CHN", "TWN", in: data)
    }
  }
}
