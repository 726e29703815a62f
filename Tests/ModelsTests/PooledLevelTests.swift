import LinearAlgebra
import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Models

@Suite("Pooled level")
struct PooledLevelTests {
  let ratio = Indicator("ratio", unit: "ratio", tendency: .reverts)

  private func sample(_ logs: [Power: [Double]]) throws -> PooledLevel.Sample {
    let panel = Panel.made(ratio, from: 1950, logs.mapValues { $0.map { .exp($0) } })
    return PooledLevel.Sample(try Runs(panel, atLeast: 5, atMost: 60))
  }

  /// A slow reference: the dense covariance of a random effect and a stationary deviation.
  @Test func `the likelihood is that of the dense normal distribution`() throws {
    var deviates = Deviates(seed: 11)
    let sample = try sample(["AAA": deviates.next(20).map { 0.1 * $0 }])
    var parameters = PooledLevel.Parameters()
    parameters.centre = 0.05
    parameters.dispersion = 0.3
    parameters.persistence = 0.7
    parameters.noise = 1.2
    let x = sample.levels[0].map { $0 - 0.05 }
    let shock = 1.2 * sample.variances[0]
    let covariance = Matrix(rows: x.count, columns: x.count) { i, j in
      0.09 + shock / (1 - 0.49) * .pow(0.7, abs(i - j))
    }
    let factor = try Cholesky(covariance)
    let dense = factor.logDeterminant + zip(x, factor.solve(x)).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(parameters.deviance(of: sample) - dense) < 1e-8)
  }

  /// The kernel takes 32 countries at once, the plain recursion one after another.
  @Test func `the kernel's likelihood is the plain recursion's`() throws {
    var deviates = Deviates(seed: 12)
    var made: [Power: [Double]] = [:]
    for country in 0..<40 {
      made[Power("P\(country)")] = deviates.next(12 + country).map { 0.3 * $0 * $0 * $0 }
    }
    let sample = try sample(made)
    let parameters = PooledLevel.Parameters()
    let plain = parameters.plainDeviance(of: sample)
    #expect(abs(parameters.deviance(of: sample) - plain) < 1e-10 * abs(plain))
  }

  /// By hand: with an own level of zero and nothing that lasts, the shocks are the levels; the last
  /// but one counts half with a half-life of a year.
  @Test func `the noise of late years weighs shocks by their age`() throws {
    let sample = try sample(["AAA": [0, 0, 0, 0, 0, 0, 0.3, 0.2]])
    var parameters = PooledLevel.Parameters()
    parameters.dispersion = 1e-9
    parameters.persistence = 0
    parameters.noise = 1.5
    let late = parameters.asOfLate(in: sample, halfLife: 1).noise
    let weights = (0..<7).reduce(0) { $0 + Double.exp2(-Double($1)) }
    #expect(abs(late - (0.04 + 0.5 * 0.09) / weights / sample.variances[0]) < 1e-9)
  }

  @Test func `a series that never changed is left out and stays`() throws {
    var deviates = Deviates(seed: 2)
    var level = 0.0
    let moving = (0..<40).map { _ in
      level = 0.9 * level + 0.05 * deviates.next()
      return Double.exp(level)
    }
    let panel = Panel.made(
      ratio, from: 1980, ["USA": [Double](repeating: 1, count: 40), "JPN": moving])
    let fit = try PooledLevel().fit(panel, for: ["JPN", "USA"])
    let paths = fit.draw(years: 2020...2030, from: .init(seed: 1, block: 0), channel: 0)
    for year in 2020...2030 {
      let first = paths.offset(year: year, row: 1)
      #expect(paths.values[first..<first + 32].allSatisfy { $0 == 0 })
      let other = paths.offset(year: year, row: 0)
      #expect(Set(paths.values[other..<other + 32]).count == 32)
    }
  }
}
