import Datasets
import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Models

@Suite("Ladder of simple models")
struct LadderTests {
  let size = Indicator("size", unit: "units")

  private func mean(_ paths: Paths, year: Int, row: Int = 0) -> Double {
    let first = paths.offset(year: year, row: row)
    return paths.values[first..<first + BlockStream.lanes].reduce(0, +)
      / Double(BlockStream.lanes)
  }

  /// A series that lies on a line has no errors: every future is the line.
  @Test func `a straight line goes on`() throws {
    let panel = Panel.made(
      size, from: 2000, ["AAA": (0..<25).map { .exp(1 + 0.03 * Double($0)) }])
    for model in [LogLinear() as any Model, RandomWalk(), VectorAutoregression(), Frontier()] {
      let fit = try model.fit(panel, for: ["AAA"])
      let paths = fit.draw(years: 2025...2044, from: .init(seed: 1, block: 0), channel: 0)
      let first = paths.offset(year: 2044, row: 0)
      for lane in 0..<BlockStream.lanes {
        #expect(abs(paths.values[first + lane] - (1 + 0.03 * 44)) < 1e-6)
      }
    }
  }

  @Test func `years up to a power's last are left missing`() throws {
    var deviates = Deviates(seed: 8)
    func walk(_ count: Int) -> [Double] {
      deviates.next(count).reduce(into: [1.0]) { $0.append($0[$0.count - 1] * .exp(0.1 * $1)) }
    }
    let panel = Panel.made(size, from: 1950, ["AAA": walk(60), "BBB": walk(58)])
    let models: [any Model] = [
      LogLinear(), RandomWalk(), RegressionToMean(), PooledGrowth(), Frontier(),
      VectorAutoregression(), Logistic(),
    ]
    for model in models {
      let fit = try model.fit(panel, for: ["AAA", "BBB"])
      #expect(fit.lastYears == [2010, 2008])
      let paths = fit.draw(years: 2009...2020, from: .init(seed: 1, block: 0), channel: 0)
      #expect(paths.values[paths.offset(year: 2010, row: 0)].isNaN)
      #expect(!paths.values[paths.offset(year: 2011, row: 0)].isNaN)
      #expect(!paths.values[paths.offset(year: 2009, row: 1)].isNaN)
    }
  }

  @Test func `a random walk's drift is the mean change`() throws {
    let changes = (0..<20).map { $0.isMultiple(of: 2) ? 0.05 : 0.01 }
    let levels = changes.reduce(into: [1.0]) { $0.append($0[$0.count - 1] * .exp($1)) }
    let fit = try RandomWalk().fit(Panel.made(size, from: 2000, ["AAA": levels]), for: ["AAA"])
    let walk = try #require(fit as? RandomWalk.Fit)
    #expect(abs(walk.drift[0] - 0.03) < 1e-12)
  }

  @Test func `growth beyond the first decade comes nearer to the mean of all`() throws {
    var deviates = Deviates(seed: 21)
    var made: [Power: [Double]] = [:]
    for country in 0..<60 {
      var level = 1.0
      made[Power("P\(country)")] = (0..<61).map { _ in
        level *= .exp(0.02 + 0.02 * deviates.next())
        return level
      }
    }
    var fast = 1.0
    made["FST"] = (0..<61).map { year in
      fast *= .exp(year < 50 ? 0.02 : 0.10)
      return fast
    }
    let fit = try RegressionToMean().fit(Panel.made(size, from: 1950, made), for: ["FST"])
    let paths = fit.draw(years: 2011...2040, from: .init(seed: 1, block: 0), channel: 0)
    let decade = (mean(paths, year: 2030) - mean(paths, year: 2020)) / 10
    #expect(decade < 0.06)
  }

  /// Price levels begin in 1960: as of 1970 ten changes are all that there can be.
  @Test func `every model learns from a panel that is ten years old`() throws {
    let data = try DataSet.load(from: .tables(folder: embeddedFolder))
    let panel = try #require(data[.priceLevel]?.known(by: 1970))
    let powers = Array(try Runs(panel, atLeast: 10, atMost: 10).powers.prefix(40))
    let models: [any Model] = [
      LogLinear(), RandomWalk(), RegressionToMean(), Frontier(), VectorAutoregression(), Logistic(),
      Pooled(),
    ]
    for model in models {
      let fit = try model.fit(panel, for: powers)
      let paths = fit.draw(years: 1971...2000, from: .init(seed: 1, block: 0), channel: 0)
      #expect(fit.powers.count == 40)
      #expect(paths.values.allSatisfy { $0.isFinite })
    }
    #expect(Runs.asked(of: panel, wanted: 20) == 10)
    #expect(Runs.asked(of: try #require(data[.priceLevel]), wanted: 20) == 20)
  }

  /// Every model of the ladder on the largest powers of the embedded data, fifty years ahead.
  @Test func `draws finite paths of sixty powers over fifty years`() throws {
    let data = try DataSet.load(from: .tables(folder: embeddedFolder))
    let models: [any Model] = [Frontier(), VectorAutoregression(), Logistic()]
    for indicator in [Indicator.outputPerHead, .population, .priceLevel, .burden] {
      let panel = try #require(data[indicator]?.known(by: 2018))
      let powers = Array(try Runs(panel, atLeast: 20, atMost: 60).powers.prefix(60))
      for model in models {
        let fit = try model.fit(panel, for: powers)
        #expect(fit.powers.count == 60)
        let paths = fit.draw(years: 2019...2068, from: .init(seed: 1, block: 3), channel: 0)
        #expect(paths.values.allSatisfy { $0.isFinite && abs($0) < 60 })
        let again = fit.draw(years: 2019...2068, from: .init(seed: 1, block: 3), channel: 0)
        #expect(paths.values == again.values)
        // What is drawn of a year does not depend on how far the paths go.
        let short = fit.draw(years: 2019...2030, from: .init(seed: 1, block: 3), channel: 0)
        #expect(Array(paths.values.prefix(short.values.count)) == short.values)
      }
    }
  }
}
