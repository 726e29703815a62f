import Foundation
import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Models

@Suite("Frontier and gaps")
struct FrontierTests {
  /// NumPy's least squares on Maddison 2023, 1960 to 2018, by `Reference/frontier.py`.
  @Test func `agrees with least squares on Maddison`() throws {
    let want = try Reference.rows(of: "frontier.csv")
    let fit = try Frontier().learn(try maddison(), for: ["CHN", "IND", "JPN", "KOR", "DEU"])
    #expect(abs(fit.trend.drift - want[0][0]) < 1e-10)
    #expect(abs(fit.trend.deviation - want[0][2]) < 1e-10)
    #expect(fit.gaps.powers.count == Int(want[0][3]))
    let (mean, deviation) = moments(fit.gaps.persistence)
    #expect(abs(mean - want[1][0]) < 1e-9)
    #expect(abs(deviation - want[1][1]) < 1e-9)
    let (logMean, logDeviation) = moments(fit.gaps.deviations.map { .log($0) })
    #expect(abs(logMean - want[1][2]) < 1e-9)
    #expect(abs(logDeviation - want[1][3]) < 1e-9)
    for (power, numbers) in zip(["CHN", "IND", "JPN", "KOR", "DEU"] as [Power], want[2...]) {
      let place = try #require(fit.gaps.powers.firstIndex(of: power))
      let row = try #require(fit.powers.firstIndex(of: power))
      #expect(abs(fit.gaps.persistence[place] - numbers[0]) < 1e-10)
      #expect(abs(fit.gaps.deviations[place] - numbers[1]) < 1e-10)
      #expect(abs(fit.trend.levels[58] - fit.levels[row] - numbers[2]) < 1e-10)
    }
  }

  /// The anchors of the published model's data, to the digits in which they are known.
  @Test func `agrees with the published order of magnitude`() throws {
    var options = Frontier.Options()
    options.lastYearOfFirstEra = nil
    let fit = try Frontier(options).learn(try maddison(), for: ["CHN"])
    #expect(abs(fit.trend.drift - 0.0193) < 5e-5)
    #expect(abs(fit.trend.deviation - 0.0196) < 5e-5)
    let sorted = fit.gaps.persistence.sorted()
    #expect(abs(quantile(0.25, ofSorted: sorted) - 0.990) < 1e-3)
    #expect(abs(quantile(0.5, ofSorted: sorted) - 0.997) < 1e-3)
    #expect(abs(quantile(0.75, ofSorted: sorted) - 1.002) < 1e-3)
  }

  /// By law of shrinkage: between the own estimate and the common mean.
  @Test func `draws persistence towards that of all`() throws {
    let panel = try maddison()
    let fit = try Frontier().learn(panel, for: panel.powers)
    let common = fit.gaps.ofPersistence.mean
    #expect((0.98...1).contains(common))
    for (place, power) in fit.gaps.powers.enumerated() {
      let row = try #require(fit.powers.firstIndex(of: power))
      let own = fit.gaps.persistence[place]
      let posterior = fit.persistence[row].mean
      #expect(posterior >= min(own, common) - 1e-12 && posterior <= max(own, common) + 1e-12)
      #expect(
        fit.persistence[row].deviation
          < fit.gaps.persistenceVariances[place].squareRoot() + 1e-12)
    }
  }

  /// By hand: a gap of log 2 that closes by a tenth a year beside a frontier of 2 %.
  @Test func `closes a gap without errors`() throws {
    let frontier = (0..<40).map { 0.02 * Double($0) }
    let follower = (0..<40).map { frontier[$0] - .log(2) * .pow(0.9, $0) }
    let panel = Panel.made(
      .outputPerHead, from: 1980,
      ["USA": frontier.map { .exp($0) }, "AAA": follower.map { .exp($0) }])
    let fit = try Frontier().fit(panel, for: ["AAA", "USA"])
    let paths = fit.draw(years: 2020...2030, from: .init(seed: 1, block: 0), channel: 0)
    let want = 0.02 * 50 - .log(2) * .pow(0.9, 50)
    #expect(abs(paths.values[paths.offset(year: 2030, row: 0)] - want) < 1e-6)
    #expect(abs(paths.values[paths.offset(year: 2030, row: 1)] - 0.02 * 50) < 1e-6)
  }

  /// The largest power leads where it is size that is counted.
  @Test func `takes the largest power for the frontier of sizes`() throws {
    var deviates = Deviates(seed: 4)
    let made = Dictionary(
      uniqueKeysWithValues: (["AAA", "BBB", "USA"] as [Power]).enumerated().map { row, power in
        (power, (0..<40).map { _ in Double.exp(Double(3 - row) + 0.01 * deviates.next()) })
      })
    let sizes = try Frontier().learn(.made(.population, from: 1980, made), for: ["BBB"])
    #expect(sizes.trend.power == "AAA")
    let ratios = try Frontier().learn(.made(.priceLevel, from: 1980, made), for: ["BBB"])
    #expect(ratios.trend.power == "USA")
    #expect(ratios.trend.drift == 0)
  }

  private func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(values.count - 1)).squareRoot())
  }

  /// Output per head of the countries that have every year from 1960 to 2018.
  private func maddison() throws -> Panel {
    let path = embeddedFolder + "/maddison.csv"
    var runs: [Power: [Double]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: ",")
      guard fields.count == 4, fields[2] == "gdppc", let year = Int(fields[1]),
        let value = Double(fields[3]), (1960...2018).contains(year)
      else { continue }
      runs[Power(String(fields[0])), default: []].append(value)
    }
    return .made(.outputPerHead, from: 1960, runs.filter { $0.value.count == 59 })
  }
}
