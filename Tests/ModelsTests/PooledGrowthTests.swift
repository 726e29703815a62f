import LinearAlgebra
import Panels
import RealModule
import TestSupport
import Testing

@testable import Models

@Suite("Pooled growth")
struct PooledGrowthTests {
  let size = Indicator("size", unit: "units")

  private func runs(_ changes: [Power: [Double]], atMost most: Int = 60) throws -> Runs {
    let levels = changes.mapValues { run in
      run.reduce(into: [1.0]) { $0.append($0[$0.count - 1] * .exp($1)) }
    }
    return try Runs(.made(size, from: 1950, levels), atLeast: 5, atMost: most)
  }

  /// A slow reference: the same likelihood from the dense covariance of all years at once.
  @Test func `the Kalman likelihood is that of the dense normal distribution`() throws {
    var deviates = Deviates(seed: 3)
    let runs = try runs([
      "AAA": deviates.next(25).map { 0.02 + 0.03 * $0 },
      "BBB": deviates.next(18).map { 0.01 + 0.05 * $0 },
    ])
    let sample = PooledGrowth.Sample(runs, clip: 1)
    var parameters = PooledGrowth.Parameters()
    parameters.growth = 0.017
    parameters.persistence = 0.8
    parameters.trendDeviation = 0.012
    parameters.noise = 0.9
    var deviance = 0.0
    for (country, stretch) in sample.stretches.enumerated() {
      let x = sample.growth[stretch].map { $0 - parameters.growth }
      let trend = 0.012 * 0.012 / (1 - 0.8 * 0.8)
      let covariance = Matrix(rows: x.count, columns: x.count) { i, j in
        trend * .pow(0.8, abs(i - j)) + (i == j ? 0.9 * sample.variances[country] : 0)
      }
      let factor = try Cholesky(covariance)
      let solved = factor.solve(x)
      deviance += factor.logDeterminant + zip(x, solved).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(abs(parameters.deviance(of: sample) - deviance) < 1e-9)
  }

  /// The kernel takes 32 countries at once, the plain filter one after another.
  @Test(arguments: [1, 31, 32, 75])
  func `the kernel's likelihood is the plain filter's`(countries: Int) throws {
    var deviates = Deviates(seed: 8)
    var made: [Power: [Double]] = ["USA": deviates.next(70).map { 0.02 + 0.02 * $0 }]
    for country in 1..<max(countries, 2) {
      made[Power("P\(country)")] = deviates.next(10 + country % 50).map { 0.01 + 0.05 * $0 }
    }
    let sample = PooledGrowth.Sample(
      try runs(made), clip: 0.1, determinants: GrowthDeterminants(leader: .unitedStates))
    let parameters = PooledGrowth.Parameters()
    let plain = parameters.plainDeviance(of: sample)
    #expect(abs(parameters.deviance(of: sample) - plain) < 1e-10 * abs(plain))
  }

  @Test func `the parameters that made a large sample are found again`() throws {
    var deviates = Deviates(seed: 5)
    var made: [Power: [Double]] = [:]
    for country in 0..<150 {
      var deviation = 0.0125 / (1 - 0.85 * 0.85).squareRoot() * deviates.next()
      made[Power("P\(country)")] = (0..<60).map { _ in
        let x = 0.02 + deviation + 0.03 * deviates.next()
        deviation = 0.85 * deviation + 0.0125 * deviates.next()
        return x
      }
    }
    let sample = PooledGrowth.Sample(try runs(made), clip: 1)
    let found = PooledGrowth.Parameters.mostLikely(for: sample)
    #expect(abs(found.growth - 0.02) < 0.002)
    #expect(abs(found.persistence - 0.85) < 0.03)
    #expect(abs(found.trendDeviation - 0.0125) < 0.0015)
  }

  @Test func `a deviation dies out at the rate of persistence`() throws {
    let sample = PooledGrowth.Sample(
      try runs(["AAA": [Double](repeating: 0.05, count: 60)]), clip: 1)
    var parameters = PooledGrowth.Parameters()
    parameters.persistence = 0
    #expect(abs(parameters.state(of: 0, in: sample).mean) < 1e-15)
    parameters.persistence = 0.9999
    parameters.trendDeviation = 0.1
    #expect(abs(parameters.state(of: 0, in: sample).mean - 0.03) < 1e-4)
  }

  /// After calm years the noise is what those years had; their variance is known.
  @Test func `noise is that of late years`() throws {
    var deviates = Deviates(seed: 21)
    var made: [Power: [Double]] = [:]
    for country in 0..<80 {
      made[Power("P\(country)")] = deviates.next(100).enumerated().map { year, deviate in
        0.02 + (year < 60 ? 0.06 : 0.02) * deviate
      }
    }
    let sample = PooledGrowth.Sample(try runs(made, atMost: 200), clip: 1)
    let all = PooledGrowth.Parameters.mostLikely(for: sample)
    let late = all.asOfLate(in: sample, halfLife: 5)
    let variance = sample.variances.reduce(0, +) / Double(sample.variances.count)
    #expect(abs((late.noise * variance).squareRoot() - 0.02) < 0.002)
    #expect(late.noise < 0.3 * all.noise)
    #expect(late.growth == all.growth && late.trendDeviation == all.trendDeviation)
  }

  @Test func `a persistence that is given is kept`() throws {
    var deviates = Deviates(seed: 2)
    let sample = PooledGrowth.Sample(
      try runs(["AAA": deviates.next(50).map { 0.02 + 0.03 * $0 }]), clip: 1)
    #expect(PooledGrowth.Parameters.mostLikely(for: sample, persistence: 0.95).persistence == 0.95)
  }
}
