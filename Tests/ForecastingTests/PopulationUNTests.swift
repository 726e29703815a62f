import Models
import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("United Nations population")
struct PopulationUNTests {
  /// The bounds are a fifth off the medium variant, in logarithms, from 2030 on.
  private func fit() throws -> PopulationUN {
    let known = [Double](repeating: 50, count: 10)
    let medium = (0..<30).map { 100 + Double($0) }
    func bound(_ sign: Double) -> [Double] {
      medium.enumerated().map { $1 * .exp(sign * ($0 < 10 ? 0 : 0.2)) }
    }
    let data = DataSet(
      panels: [.made(.population, from: 2016, ["AAA": known, "BBB": known])], entities: [],
      checksum: "made")
    let projections = DataSet(
      panels: [
        .made(.populationUN, from: 2020, ["AAA": medium]),
        .made(.populationUNUpper80, from: 2020, ["AAA": bound(1)]),
        .made(.populationUNLower80, from: 2020, ["AAA": bound(-1)]),
      ], entities: [], checksum: "made")
    return try #require(
      PopulationUN(data, projections: projections, powers: ["AAA", "BBB"], origin: 2025))
  }

  @Test func `draws the powers that are projected`() throws {
    #expect(try fit().powers == ["AAA"])
    #expect(try fit().lastYears == [2025])
  }

  /// 50 persons in 2025, and the medium variant grows from 105 to 120 by 2040: by hand.
  @Test func `starts where the data end and follows the medium variant`() throws {
    let fit = try fit()
    var values: [Double] = []
    for block in 0..<100 {
      let paths = fit.draw(years: 2026...2040, from: .init(seed: 1, block: block), channel: 0)
      let first = paths.offset(year: 2040, row: 0)
      values += paths.values[first..<first + BlockStream.lanes]
    }
    values.sort()
    let expected = Double.log(50 * 120 / 105)
    // Standard errors: of a median 1.25 σ / √n, of a share √(0.2 · 0.8 / n).
    let deviation = 0.2 / 1.2815515655446004
    #expect(
      abs(quantile(0.5, ofSorted: values) - expected) < 4 * 1.25 * deviation / 3200.0.squareRoot())
    let inside = values.filter { abs($0 - expected) <= 0.2 }.count
    #expect(abs(Double(inside) / 3200 - 0.8) < 4 * (0.16 / 3200.0).squareRoot())
  }
}
