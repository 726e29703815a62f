import Forecasting
import Panels
import RealModule
import Testing

/// The laws of a forecast, for every measure of the catalogue and one of one's own.
@Suite("Laws of every measure")
struct MeasureLawTests {
  private static let own = """
    - name: reach
      formula: 0.6 * share(stock(milex.mppp, 0.1)) + 0.4 * share(military_personnel ^ 0.5)
    - name: blend
      weights: {gdp.mer: 1, cinc: 2}
    """
  private static let measures =
    Measure.catalogue + ((try? MeasureFile(own).measures) ?? [])

  private func forecast(
    _ measure: Measure, _ challenger: Side = Side("AAA"), over incumbent: Side = Side("BBB"),
    model: MadeWalk = MadeWalk(drift: ["AAA": 0.01]), data: DataSet = MadeWorld.data()
  ) async throws -> CrossingForecast {
    var options = Forecaster.Options()
    options.measures = [measure]
    options.futures = 640
    options.horizon = 40
    options.models = [model]
    return try await Forecaster(data, options: options)
      .forecast(Contest(challenger: challenger, incumbent: incumbent))[0]
  }

  @Test func `a file adds its measures`() { #expect(Self.measures.count >= 13 + 2) }

  @Test(arguments: measures)
  func `probabilities of having crossed never fall`(measure: Measure) async throws {
    let found = try await forecast(measure)
    for event in [found.crossing, found.durable] {
      let by = event.years.map { event.probability(by: $0) }
      #expect(zip(by, by.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(abs(event.never + (by.last ?? .nan) - 1) < 1e-12)
    }
    for year in found.crossing.years {
      #expect(found.durable.probability(by: year) <= found.crossing.probability(by: year))
    }
  }

  @Test(arguments: measures)
  func `the inverse ratio tells the same story`(measure: Measure) async throws {
    let one = try await forecast(measure)
    let other = try await forecast(measure, Side("BBB"), over: Side("AAA"))
    let (rise, fall) = one.ratio < 1 ? (one, other) : (other, one)
    #expect(rise.crossedIn == nil && fall.crossedIn != nil)
    #expect(rise.crossing == fall.reversal)
    #expect(abs(rise.ratio * fall.ratio - 1) < 1e-12)
  }

  @Test(arguments: measures)
  func `a coalition of one is the power`(measure: Measure) async throws {
    let power = try await forecast(measure)
    let coalition = try await forecast(measure, Side(name: "alliance", members: ["AAA"]))
    #expect(power.crossing == coalition.crossing)
    #expect(power.quantiles == coalition.quantiles)
  }

  @Test(arguments: measures)
  func `a coalition is the sum of its members`(measure: Measure) async throws {
    let pair = try await forecast(measure, Side(name: "pair", members: ["AAA", "CCC"]))
    let first = try await forecast(measure)
    let second = try await forecast(measure, Side("CCC"))
    #expect(abs(pair.ratio - first.ratio - second.ratio) < 1e-9)
  }

  /// Between members that count for nothing and in full, the ratio is linear in reliability.
  @Test(arguments: measures)
  func `unreliable allies count in part`(measure: Measure) async throws {
    func ratio(_ reliability: Double) async throws -> Double {
      try await forecast(
        measure, Side(name: "pair", members: ["AAA", "CCC"], reliability: reliability)
      ).ratio
    }
    let (none, half, full) = (try await ratio(0), try await ratio(0.5), try await ratio(1))
    #expect(try await forecast(measure).ratio == none)
    #expect(abs(half - (none + full) / 2) < 1e-9)
  }

  /// The international dollar is another one everywhere, in the line of subsistence too.
  @Test(arguments: measures)
  func `another unit of currency changes nothing`(measure: Measure) async throws {
    let dollars = MadeWorld.data(scales: [.outputPerHead: 1024])
    let other =
      measure.name == "surplus" ? Measure.surplus(subsistence: 1024 * 3 * 365) : measure
    let before = try await forecast(measure)
    let after = try await forecast(other, data: dollars)
    #expect(abs(before.ratio / after.ratio - 1) < 1e-9)
    // Rounding may move a ratio that lies on 1 to the other side.
    for year in before.crossing.years {
      let change = before.crossing.probability(by: year) - after.crossing.probability(by: year)
      #expect(abs(change) < 2.5 / 640)
    }
  }

  /// Not for a stock, in which growth weighs the past against the futures, nor for a surplus over
  /// a fixed line.
  @Test(arguments: measures.filter { !$0.formula.description.contains(/stock|max/) })
  func `growth common to all leaves every crossing where it was`(measure: Measure) async throws {
    let same = Dictionary(uniqueKeysWithValues: MadeWorld.powers.map { ($0, 0.03) })
    let still = try await forecast(measure, model: MadeWalk())
    let growing = try await forecast(measure, model: MadeWalk(drift: same))
    let usesBurden = measure.formula.indicators.contains(.burden)
    for year in still.crossing.years {
      let change =
        still.crossing.probability(by: year) - growing.crossing.probability(by: year)
      // On the logit scale growth is not quite common.
      #expect(abs(change) < (usesBurden ? 0.02 : 2.5 / 640))
    }
  }

  @Test(arguments: measures)
  func `without variance nothing is uncertain`(measure: Measure) async throws {
    let found = try await forecast(
      measure, model: MadeWalk(drift: ["AAA": 0.01], volatility: 0))
    #expect(found.crossing.standardError == 0)
    for values in zip(found.quantiles.values[0], found.quantiles.values[6]) {
      // The sketch's bins are 16 / 4096 wide in logarithms.
      #expect(abs(.log(values.0 / values.1)) < 0.005)
    }
  }

  @Test(arguments: measures)
  func `what else is asked for changes nothing`(measure: Measure) async throws {
    let alone = try await forecast(measure)
    var options = Forecaster.Options()
    options.measures = Self.measures
    options.futures = 640
    options.horizon = 40
    options.models = [MadeWalk(drift: ["AAA": 0.01])]
    let all = try await Forecaster(MadeWorld.data(), options: options)
      .forecast(Contest(challenger: Side("AAA"), incumbent: Side("BBB")))
    let among = try #require(all.first { $0.measure.name == measure.name })
    #expect(among.crossing == alone.crossing)
    #expect(among.quantiles == alone.quantiles)
  }
}
