import TestSupport
import Testing

@testable import Forecasting

@Suite("Stack scores")
struct StackScoresTests {
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
    #expect(scores(origins: [1950]).weights(at: 1959) == .prior)
    #expect(scores(origins: [1950]).weights(at: 1960) != .prior)
    #expect(StackScores().weights(at: 2000) == .prior)
  }

  @Test func `nothing resolved later moves the weights`() {
    let early = scores(origins: [1950, 1952])
    var shaken = early
    shaken.add([0, 1, 1], occurred: true, origin: 1960, horizon: 10)
    #expect(early.weights(at: 1969) == shaken.weights(at: 1969))
    #expect(early.weights(at: 1970) != shaken.weights(at: 1970))
  }

  @Test func `a member that is right gains with every origin`() {
    let parts = [1, 2, 3, 4].map { count in
      scores(origins: Array(1950..<1950 + count)).weights(at: 2000).values[0]
    }
    #expect(parts[0] > StackWeights.prior.values[0])
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
    let (one, other) = (scores(origins: [1950]).weights(at: 2000), twice.weights(at: 2000))
    for (a, b) in zip(one.values, other.values) { #expect(abs(a - b) < 1e-12) }
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
