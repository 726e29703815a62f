import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Models

@Suite("Penn effect")
struct PennEffectTests {
  let price = Indicator.priceLevel
  let income = Indicator.outputPerHead

  /// Sixty made countries whose prices follow income with a slope of 0.3 and white noise.
  private func world(slope: Double) -> DataSet {
    var deviates = Deviates(seed: 5)
    var prices: [Power: [Double]] = ["USA": [Double](repeating: 1, count: 40)]
    var incomes: [Power: [Double]] = ["USA": (0..<40).map { 50 * .exp(0.02 * Double($0)) }]
    for country in 0..<59 {
      let power = Power("P\(country)")
      let gaps = (0..<40).map { -3 + 0.05 * Double(country) + 0.02 * Double($0) }
      let noise = deviates.next(40)
      incomes[power] = gaps.indices.map { 50 * .exp(0.02 * Double($0) + gaps[$0]) }
      prices[power] = gaps.indices.map { .exp(slope * gaps[$0] - 0.2 + 0.05 * noise[$0]) }
    }
    return DataSet(
      panels: [.made(price, from: 1980, prices), .made(income, from: 1980, incomes)],
      entities: [], checksum: "made")
  }

  private func effect(_ data: DataSet) throws -> PennEffect {
    let (prices, incomes) = (try #require(data[price]), try #require(data[income]))
    return PennEffect(prices, income: RelativeIncome(incomes, leader: .unitedStates))
  }

  /// By hand: 1,770 points, noise .05 and income gaps that vary by some .9: an error near .0014.
  @Test func `the slope is found`() throws {
    #expect(abs(try effect(world(slope: 0.3)).slope - 0.3) < 0.006)
    #expect(abs(try effect(world(slope: 0)).slope) < 0.006)
  }

  @Test func `what is removed leaves no slope`() throws {
    let data = world(slope: 0.3)
    let effect = try effect(data)
    let panel = try #require(data[price])
    let removed = effect.removed(from: panel)
    #expect(abs(PennEffect(removed, income: effect.income).slope) < 1e-12)
    #expect(removed["USA", 2000] == 1)
  }

  /// With the same deviates, doubled relative income raises the price level by the slope's power.
  @Test func `prices follow the income drawn in the same future`() throws {
    let data = world(slope: 0.3)
    let powers: [Power] = ["USA", "P3", "P40"]
    let panel = try #require(data[price])
    let made = try Pooled().fit(panel, beside: data, for: powers)
    let fit = try #require(made as? any FollowingFit)
    let lanes = BlockStream.lanes
    let size = 10 * powers.count * lanes
    func prices(_ income: (Int) -> Float) -> [Float] {
      let leading = (0..<size).map { income($0 / lanes % powers.count) }
      return [Float](unsafeUninitializedCapacity: size) { values, count in
        values.update(repeating: .nan)
        fit.draw(
          years: 2020...2029, from: BlockStream(seed: 3, block: 0), channel: 0,
          following: leading, of: powers,
          into: PathRoom(
            values, count: powers.count,
            places: fit.powers.map { place in
              Int32(powers.firstIndex(of: place) ?? 0)
            }, content: .levels))
        count = size
      }
    }
    let (poor, rich) = (prices { [50.0, 10, 20][$0] }, prices { [50.0, 20, 20][$0] })
    let slope = try effect(data).slope
    for cell in 0..<size {
      let expected = cell / lanes % powers.count == 1 ? Double.pow(2, slope) : 1
      #expect(abs(Double(rich[cell] / poor[cell]) - expected) < 1e-6)
    }
  }

  @Test func `without income the price level returns to its own level as before`() throws {
    let data = world(slope: 0.3)
    let panel = try #require(data[price])
    let alone = try Pooled().fit(
      panel, beside: DataSet(panels: [panel], entities: [], checksum: "made"), for: ["P3"])
    #expect(!(alone is any FollowingFit))
  }
}
