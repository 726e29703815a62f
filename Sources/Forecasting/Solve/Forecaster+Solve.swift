import Models
public import Panels
import RealModule

extension Forecaster {
  /// Finds what would have to be true for a crossing to be as probable as asked.
  ///
  /// Each lever is moved alone, for all of the challenger's members, in equal yearly steps from
  /// the origin to the target; random numbers stay as they are, so that probabilities never fall
  /// as a lever rises, and bisection finds the least value that is enough.
  ///
  /// - Parameters:
  ///   - contest: Whose crossing.
  ///   - measure: One of the options'.
  ///   - target: By which year; the last of the horizon or earlier.
  ///   - probability: Between 0 and 1.
  /// - Returns: What each lever would have to be.
  /// - Throws: Why the measure cannot be forecast, or that the challenger leads already.
  public func solution(
    of contest: Contest, on measure: Measure, by target: Int, at probability: Double
  ) async throws(ForecastError) -> Solution {
    let fitted = try fitted(to: contest)
    let record = try fitted.record(on: measure)
    try record.requireBehind()
    let sample = await ContestSample(of: record, in: fitted, by: self)
    let medians = await LeverMedians(of: record, fitted, figures: self, target: target)
    var answers: [Solution.Answer] = []
    for lever in Solution.Lever.allCases {
      guard record.measure.formula.indicators.contains(lever.indicator) else { continue }
      answers.append(
        await answer(lever, sample, medians, by: target, at: probability))
    }
    return Solution(
      measure: record.measure, contest: contest, target: target, probability: probability,
      expected: await sample.crossing(under: .none).probability(by: target), answers: answers)
  }

  private func answer(
    _ lever: Solution.Lever, _ sample: ContestSample, _ medians: LeverMedians, by target: Int,
    at probability: Double
  ) async -> Solution.Answer {
    func chance(_ amount: Double) async -> Double {
      let effect = ScenarioEffect(
        moving: lever.indicator, of: sample.record.challengers, by: amount, until: target,
        origin: origin)
      return await sample.crossing(under: effect).probability(by: target)
    }
    let limit = lever.limit(over: target - origin)
    let (least, most) = (await chance(-limit), await chance(limit))
    var needed: Double?
    if least < probability, most >= probability {
      var (low, high) = (-limit, limit)
      for _ in 0..<24 {
        let middle = (low + high) / 2
        if await chance(middle) >= probability { high = middle } else { low = middle }
      }
      needed = medians.value(of: lever, moved: high)
    }
    let spells = needed.flatMap { medians.comparison(of: lever, at: $0) }
    return Solution.Answer(
      lever: lever, expected: medians.value(of: lever, moved: 0), needed: needed, spells: spells,
      reach: least...max(least, most))
  }
}

extension Solution.Lever {
  public var indicator: Indicator {
    switch self {
    case .growth: .outputPerHead
    case .exchangeRate: .priceLevel
    case .burden: .burden
    }
  }

  /// How far it is moved at most on its indicator's scale: beyond what any country has done.
  func limit(over years: Int) -> Double {
    switch self {
    case .growth: 0.2 * Double(years)
    case .exchangeRate: 2.5
    case .burden: 4
    }
  }
}
