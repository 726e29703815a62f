import TestSupport
import Testing

@testable import Forecasting

@Suite("Stack scores")
struct StackScoresTests {
  private let prior = StackWeights([0.6, 0.2, 0.2], levels: [0.75, 0.25])

  /// One member knows what comes, another says the opposite, the base rate one half.
  private func scores(origins: [Int], horizon: Int = 10) -> StackScores {
    var scores = StackScores()
    for origin in origins {
      for pair in 0..<40 {
        let occurred = pair % 4 == 0
        scores.add(
          [occurred ? 0.9 : 0.1, occurred ? 0.1 : 0.9, 0.5], occurred: occurred, origin: origin,
          horizon: horizon)
      }
    }
    return scores
  }

  @Test func `weights are the prior until something has resolved`() {
    #expect(scores(origins: [1950]).weights(at: 1959, prior: prior) == prior)
    #expect(scores(origins: [1950]).weights(at: 1960, prior: prior) != prior)
    #expect(StackScores().weights(at: 2000, prior: prior) == prior)
  }

  @Test func `nothing resolved later moves the weights`() {
    let early = scores(origins: [1950, 1952])
    var shaken = early
    shaken.add([0, 1, 1], occurred: true, origin: 1960, horizon: 10)
    #expect(early.weights(at: 1969, prior: prior) == shaken.weights(at: 1969, prior: prior))
    #expect(early.weights(at: 1970, prior: prior) != shaken.weights(at: 1970, prior: prior))
  }

  @Test func `a member that is right gains with every origin`() {
    let parts = [1, 2, 3, 4].map { count in
      scores(origins: Array(1950..<1950 + count)).weights(at: 2000, prior: prior).values[0]
    }
    #expect(parts[0] > prior.values[0])
    #expect(zip(parts, parts.dropFirst()).allSatisfy(<))
  }

  /// Scores of one origin twice say no more than once.
  @Test func `more pairs of one origin do not count as more experience`() {
    var twice = scores(origins: [1950])
    for pair in 0..<40 {
      let occurred = pair % 4 == 0
      twice.add(
        [occurred ? 0.9 : 0.1, occurred ? 0.1 : 0.9, 0.5], occurred: occurred, origin: 1950,
        horizon: 10)
    }
    let one = scores(origins: [1950]).weights(at: 2000, prior: prior)
    let other = twice.weights(at: 2000, prior: prior)
    for (a, b) in zip(one.values, other.values) { #expect(abs(a - b) < 1e-12) }
  }
}

@Suite("Prior of the stack")
struct StackPriorTests {
  @Test func `a base rate without experience has no weight, and gains it with the years`() {
    let parts = [-5, 0, 20, 40, 100, 100_000].map { StackWeights.prior(after: $0).baseRate }
    #expect(parts[0] == 0 && parts[1] == 0)
    #expect(abs(parts[3] - StackWeights.prior.baseRate / 2) < 1e-12)
    #expect(zip(parts.dropFirst(), parts.dropFirst(2)).allSatisfy(<))
    #expect(abs(parts[5] - StackWeights.prior.baseRate) < 1e-3)
  }

  @Test func `what the base rate lacks goes to the first member`() {
    for years in [0, 7, 60] {
      let weights = StackWeights.prior(after: years)
      #expect(abs(weights.values[1] - StackWeights.prior.values[1]) < 1e-12)
      #expect(abs(weights.values.reduce(0, +) - 1) < 1e-12)
      #expect(weights.levels == StackWeights.prior.levels)
    }
  }
}

@Suite("Stack scores of levels")
struct StackLevelScoresTests {
  private func sample(
    _ deviates: inout Deviates, around mean: Double, _ spread: Double
  ) -> [Float] {
    deviates.next(100).map { Float(mean + spread * $0) }.sorted()
  }

  /// The slow way: every draw against every other.
  @Test func `the distance is the mean over all pairs of draws`() {
    var deviates = Deviates(seed: 3)
    for _ in 0..<20 {
      let one = sample(&deviates, around: deviates.next(), 1)
      let other = Array(sample(&deviates, around: 0, 2).prefix(37))
      let slow =
        one.reduce(0) { sum, x in other.reduce(sum) { $0 + abs(Double(x) - Double($1)) } } / 3700
      #expect(abs(StackLevelScores.distance(one, other) - slow) < 1e-6)
      #expect(StackLevelScores.distance(one, one) > 0)
    }
    #expect(StackLevelScores.distance([1, 1], [1]) == 0)
  }

  private struct Case {
    let origin: Int
    let samples: [[Float]]
    let observed: Double
  }

  /// One member is near, the other far and too sure of itself.
  private func cases(_ origins: Range<Int>) -> [Case] {
    var deviates = Deviates(seed: 8)
    return origins.flatMap { origin in
      (0..<20).map { _ in
        let centre = deviates.next()
        let near = sample(&deviates, around: centre + 0.3, 1)
        let far = sample(&deviates, around: centre - 1.5, 0.2)
        return Case(
          origin: origin, samples: [near, far], observed: centre - 0.5 + deviates.next())
      }
    }
  }

  @Test func `whoever is nearer gains with every origin, once it has resolved`() {
    let prior = [0.2, 0.8]
    let parts = [1, 10, 100].map { count in
      var scores = StackLevelScores()
      for origin in 1700..<1700 + count {
        for one in cases(1950..<1951) {
          scores.add(one.samples, observed: one.observed, origin: origin, horizon: 10)
        }
      }
      #expect(scores.weights(at: 1709, prior: prior) == prior)
      return scores.weights(at: 2000, prior: prior)[0]
    }
    #expect(parts[0] > 0.2)
    #expect(zip(parts, parts.dropFirst()).allSatisfy(<))
  }

  /// The score by its definition, the integral of the squared distance of the distribution from
  /// the step at what came, for every twentieth of weight.
  @Test func `the weights make the score of the mixture least`() {
    var all = StackLevelScores()
    // So many origins of the same cases that the prior no longer matters.
    for repetition in 0..<100 {
      for one in cases(1950..<1990) {
        let origin = one.origin - 40 * repetition
        all.add(one.samples, observed: one.observed, origin: origin, horizon: 10)
      }
    }
    let found = all.weights(at: 2000, prior: [0.5, 0.5])[0]
    var totals = [Double](repeating: 0, count: 21)
    for one in cases(1950..<1990) {
      for point in -120...120 {
        let t = Double(point) / 20
        let shares = one.samples.map { sample in
          Double(sample.count { Double($0) <= t }) / Double(sample.count)
        }
        for step in 0...20 {
          let w = Double(step) / 20
          let gap = w * shares[0] + (1 - w) * shares[1] - (one.observed <= t ? 1 : 0)
          totals[step] += gap * gap
        }
      }
    }
    let best = totals.indices.min { totals[$0] < totals[$1] } ?? 0
    #expect((1...19).contains(best))
    #expect(abs(Double(best) / 20 - found) < 0.05)
  }
}

@Suite("Shares")
struct SharesTests {
  /// By hand: 7 × (0.5, 0.3, 0.2) = 3.5, 2.1, 1.4; the one left over goes to the first.
  @Test func `counts go by the largest remainders`() {
    #expect(Shares([5, 3, 2]).counts(of: 7) == [4, 2, 1])
    #expect(Shares([1, 0]).counts(of: 10_000) == [10_000, 0])
  }

  @Test func `counts sum to the total`() {
    var deviates = Deviates(seed: 5)
    for total in 0..<60 {
      let shares = Shares((0..<5).map { _ in abs(deviates.next()) + 0.01 })
      let counts = shares.counts(of: total)
      #expect(counts.reduce(0, +) == total)
      for (count, share) in zip(counts, shares.values) {
        #expect(abs(Double(count) - share * Double(total)) < 1)
      }
    }
  }
}
