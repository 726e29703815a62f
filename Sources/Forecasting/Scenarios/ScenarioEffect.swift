import Panels
public import Probability
import Models
import RealModule

/// What a scenario does to blocks of futures: a pure function of block, stream and preparation.
///
/// First all conditions together, then shifts in the order of the deviations, then slowdowns.
/// What is known stays as it is, and so does everything that no deviation names.
public struct ScenarioEffect: Sendable {
  let origin: Int
  let conditioning: Conditioning?
  let shifts: [RowShift]
  let slowdowns: [Deviation.Slowdown]

  /// Changes nothing at all.
  public static let none = ScenarioEffect(origin: 0)

  /// Whether it changes nothing at all.
  var isNone: Bool { conditioning == nil && shifts.isEmpty && slowdowns.isEmpty }

  init(
    origin: Int, conditioning: Conditioning? = nil, shifts: [RowShift] = [],
    slowdowns: [Deviation.Slowdown] = []
  ) {
    self.origin = origin
    self.conditioning = conditioning
    self.shifts = shifts
    self.slowdowns = slowdowns
  }

  /// Moves the levels of a block to where the scenario has them.
  ///
  /// - Parameters:
  ///   - futures: A block; powers that it does not hold are passed over.
  ///   - stream: The block's deviates.
  public func apply(to futures: inout Futures<Float>, from stream: BlockStream) {
    conditioning?.apply(to: &futures)
    for shift in shifts { shift.apply(to: &futures) }
    for slowdown in slowdowns { slowdown.apply(to: &futures, from: stream, after: origin) }
  }
}

/// How far one power's indicator is moved in each year, the same in every future.
struct RowShift: Sendable {
  let indicator: Indicator
  let power: Power
  /// The year of the first amount; after the last year the last amount is kept.
  let firstYear: Int
  /// On the indicator's scale.
  let amounts: [Double]

  func amount(in year: Int) -> Double {
    guard year >= firstYear, let last = amounts.last else { return 0 }
    return year - firstYear < amounts.count ? amounts[year - firstYear] : last
  }

  func apply(to futures: inout Futures<Float>) {
    guard let row = futures.powers.firstIndex(of: power) else { return }
    let (lanes, first) = (futures.lanes, futures.offset(year: futures.years.lowerBound, row: row))
    let stride = lanes * futures.powers.count
    let scale = indicator.scale
    let years = futures.years
    futures.change(indicator) { levels in
      for (step, year) in years.enumerated() {
        let amount = amount(in: year)
        guard amount != 0 else { continue }
        let cell = first + step * stride
        for lane in cell..<cell + lanes {
          levels[lane] = Float(scale.moved(Double(levels[lane]), by: amount))
        }
      }
    }
  }
}

extension Futures {
  /// Changes an indicator's levels in place; nothing happens where the futures do not hold it.
  mutating func change(_ indicator: Indicator, _ body: (inout [Number]) -> Void) {
    // Taken out and put back, so that the array is not copied.
    guard var values = levels.removeValue(forKey: indicator.name) else { return }
    body(&values)
    levels[indicator.name] = values
  }
}

extension Indicator.Scale {
  /// A level moved by an amount on the scale; one that has no place on it stays.
  func moved(_ level: Double, by amount: Double) -> Double {
    switch self {
    case .logarithmic:
      return level * .exp(amount)
    case .logit:
      guard level > 0, level < 1 else { return level }
      let odds = level / (1 - level) * .exp(amount)
      return odds / (1 + odds)
    }
  }
}
