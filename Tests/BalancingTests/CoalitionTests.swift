import Balancing
import Panels
import TestSupport
import Testing

@Suite("Power indices")
struct PowerIndicesTests {
  /// By hand: with weights 3, 2, 1 and a quota of 4 the first is in every winning coalition.
  @Test func `match a game worked by hand`() throws {
    let indices = try #require(PowerIndices(WeightedGame(weights: [3, 2, 1], quota: 4)))
    for (index, wanted) in zip(indices.shapleyShubik, [2.0 / 3, 1.0 / 6, 1.0 / 6]) {
      #expect(abs(index - wanted) < 1e-15)
    }
    #expect(indices.banzhaf == [0.75, 0.25, 0.25])
  }

  /// By the literature: the Security Council of fifteen, 0.1963 and 0.00186; 848 and 84 swings.
  @Test func `match the Security Council`() throws {
    let game = WeightedGame(
      weights: [Int](repeating: 7, count: 5) + [Int](repeating: 1, count: 10), quota: 39)
    let indices = try #require(PowerIndices(game))
    #expect(abs(indices.shapleyShubik[0] - 0.19627) < 1e-5)
    #expect(abs(indices.shapleyShubik[14] - 0.001865) < 1e-6)
    #expect(indices.banzhaf[0] == 848.0 / 16384)
    #expect(indices.banzhaf[14] == 84.0 / 16384)
  }

  /// By another program: Reference/coalitions.py tries all 4096 coalitions of twelve powers.
  @Test func `agree with trying every coalition`() throws {
    let rows = try Reference.rows(of: "coalitions.csv")
    let levels = rows.map { $0[0] }
    let half = levels.reduce(0, +) / 2
    let indices = try #require(PowerIndices(WeightedGame(levels: levels, threshold: half)))
    let powers = rows.indices.map { Power("P\($0)") }
    let minimal = try MinimalCoalitions(powers, levels: levels, threshold: half, keeping: 3)
    for (place, row) in rows.enumerated() {
      #expect(abs(indices.shapleyShubik[place] - row[1]) < 1e-14)
      #expect(indices.banzhaf[place] == row[2])
      #expect(minimal.memberships[place] == Int(row[3]))
    }
    #expect(minimal.coalitions.count == 3)
  }

  /// By law: Shapley values sum to 1, and permuting players permutes them.
  @Test(arguments: [2, 7, 25])
  func `sum to one and follow the players`(count: Int) throws {
    let levels = (0..<count).map { Double(($0 * 37) % 23 + 1) }
    let half = levels.reduce(0, +) / 2
    let one = try #require(PowerIndices(WeightedGame(levels: levels, threshold: half)))
    #expect(abs(one.shapleyShubik.reduce(0, +) - 1) < 1e-12)
    let other = try #require(
      PowerIndices(WeightedGame(levels: levels.reversed(), threshold: half)))
    for (a, b) in zip(one.shapleyShubik, other.shapleyShubik.reversed()) {
      #expect(abs(a - b) < 1e-12)
    }
    #expect(one.banzhaf == other.banzhaf.reversed())
  }

  @Test func `have an end`() throws {
    #expect(throws: BalancingError.tooManyPlayers(26, most: 25)) {
      try WeightedGame(levels: [Double](repeating: 1, count: 26), threshold: 13)
    }
    #expect(PowerIndices(WeightedGame(weights: [1, 1], quota: 3)) == nil)
  }
}

@Suite("Minimal coalitions")
struct MinimalCoalitionsTests {
  let powers: [Power] = ["A", "B", "C", "D"]
  let levels = [5.0, 4, 3, 2]

  /// By hand: to reach 8 it takes A+B, A+C, or B+C+D (9); A+D is 7.
  @Test func `match those found by hand`() throws {
    let found = try MinimalCoalitions(powers, levels: levels, threshold: 8, keeping: 10)
    #expect(found.coalitions.map(\.members) == [["A", "C"], ["A", "B"], ["B", "C", "D"]])
    #expect(found.coalitions[0].ratio == 1)
    #expect(found.count == 3)
    #expect(found.memberships == [2, 2, 2, 1])
  }

  /// By law: order and scale of the levels change nothing.
  @Test func `do not depend on order or scale`() throws {
    let one = try MinimalCoalitions(powers, levels: levels, threshold: 8, keeping: 10)
    let other = try MinimalCoalitions(
      powers.reversed(), levels: levels.reversed().map { 8 * $0 }, threshold: 64, keeping: 10)
    #expect(one.coalitions == other.coalitions)
    #expect(one.memberships == other.memberships.reversed())
  }

  @Test func `are none where all fall short`() throws {
    let found = try MinimalCoalitions(powers, levels: levels, threshold: 15, keeping: 10)
    #expect(found.count == 0)
  }
}

@Suite("Ratio of coalitions")
struct CoalitionRatioTests {
  private let above: [(power: Power, level: Double)] = [("A", 6), ("B", 3)]
  private let below: [(power: Power, level: Double)] = [("C", 8), ("D", 2)]

  /// By hand: (6 + 3/2) / (8 + 2/2).
  @Test func `counts allies by their reliability`() {
    let ratio = CoalitionRatio(above, over: below, reliability: 0.5)
    #expect(abs(ratio.ratio - 7.5 / 9) < 1e-15)
    #expect(ratio.defections.map(\.power) == ["A", "B", "C", "D"])
    #expect(ratio.defections[1].ratio == 6 / 9.0)
    #expect(ratio.defections[3].ratio == 7.5 / 8)
  }

  /// By law: a state split in two whose halves are allied counts as before.
  @Test func `is the same for a state split in two allied halves`() {
    let halves: [(power: Power, level: Double)] = [("A", 2.5), ("X", 3.5), ("B", 3)]
    #expect(
      CoalitionRatio(halves, over: below).ratio == CoalitionRatio(above, over: below).ratio)
  }

  /// By law: scaling all capabilities changes nothing.
  @Test func `does not depend on the unit`() {
    func scaled(_ side: [(power: Power, level: Double)]) -> [(power: Power, level: Double)] {
      side.map { ($0.power, 1024 * $0.level) }
    }
    #expect(
      CoalitionRatio(scaled(above), over: scaled(below), reliability: 0.25)
        == CoalitionRatio(above, over: below, reliability: 0.25))
  }
}
