import Models
import Panels
import Probability
import RealModule

extension Forecaster {
  /// Says how much each driver of a contest matters.
  ///
  /// - Parameters:
  ///   - contest: Whose crossing.
  ///   - measure: One of the options'.
  ///   - target: By which year; after the origin and within the horizon.
  /// - Returns: A bar a driver.
  /// - Throws: Why the measure cannot be forecast, or that nothing is left to cross.
  public func tornado(
    of contest: Contest, on measure: Measure, by target: Int
  ) async throws(ForecastError) -> Tornado {
    let fitted = try fitted(to: contest)
    let record = try fitted.record(on: measure)
    try record.requireBehind()
    let sample = await ContestSample(of: record, in: fitted, by: self)
    let drivers = drivers(of: record.measure, in: fitted.fits[0])
    let deviations = await deviations(of: drivers, record, fitted, in: target)
    var bars: [Tornado.Bar] = []
    for (driver, deviation) in zip(drivers, deviations) where deviation > 0 {
      func shifted(_ amount: Double) async -> EventForecast {
        await sample.crossing(
          under: ScenarioEffect(
            moving: driver, of: record.challengers, by: amount, until: target, origin: origin))
      }
      bars.append(
        Tornado.Bar(
          driver: driver, deviation: deviation, low: await shifted(-deviation),
          high: await shifted(deviation)))
    }
    return Tornado(
      measure: record.measure, contest: contest, target: target,
      baseline: await sample.crossing(under: .none),
      bars: bars.sorted { $0.width(by: target) > $1.width(by: target) })
  }

  /// The modelled indicators that move a measure; one that is carried stands for what carries it.
  private func drivers(of measure: Measure, in fit: JointFit) -> [Indicator] {
    var seen: Set<Indicator> = []
    return measure.formula.indicators.flatMap { indicator -> [Indicator] in
      if fit.fits.contains(where: { $0.indicator == indicator }) { return [indicator] }
      return CarriedIndicator.all.first { $0.indicator == indicator }?.driver.indicators ?? []
    }.filter { seen.insert($0).inserted }
  }

  /// The standard deviations over the pilot of challenger less incumbent, one a driver.
  private func deviations(
    of drivers: [Indicator], _ record: Record, _ fitted: FittedContest, in target: Int
  ) async -> [Double] {
    let weights = record.weights(in: past)
    let deal = Pilot(fitted, record).deal(64 * BlockStream.lanes)
    let gaps = await deal.tally(
      into: drivers.map { _ in [Double]() },
      record: { gaps, index in
        let futures = deal.block(index).futures
        for (place, driver) in drivers.enumerated() {
          gaps[place] += futures.weighted(driver, weights, in: target)
        }
      },
      merge: { sums, part in
        for place in sums.indices { sums[place] += part[place] }
      })
    return gaps.map { values in
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(values.count)).squareRoot()
    }
  }
}

extension Forecaster.Record {
  /// - Throws: `alreadyAhead` where the challenger leads.
  func requireBehind() throws(ForecastError) {
    guard led == 0 else {
      throw .alreadyAhead(contest.challenger, measure: measure.name, since: origin - led + 1)
    }
  }

  /// The members' parts of their sides at the origin; those of the incumbent are negative.
  func weights(in past: Futures<Double>) -> [(power: Power, weight: Double)] {
    func parts(
      _ side: Side, _ powers: [Power], sign: Double
    ) -> [(power: Power, weight: Double)] {
      let rows = powers.compactMap { past.powers.firstIndex(of: $0) }
      let values = measure.formula.values(in: past, rows: rows, context: .past)
      let first = (origin - past.years.lowerBound) * rows.count
      let levels = zip(powers, values[first..<first + rows.count]).map { side.weight(of: $0) * $1 }
      let sum = levels.reduce(0, +)
      return zip(powers, levels).map { ($0, sign * $1 / sum) }
    }
    return parts(contest.challenger, challengers, sign: 1)
      + parts(contest.incumbent, incumbents, sign: -1)
  }
}

extension Futures {
  /// A weighted sum of an indicator over powers on its scale, a number a lane.
  fileprivate func weighted(
    _ indicator: Indicator, _ weights: [(power: Power, weight: Double)], in year: Int
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: lanes)
    guard let levels = levels[indicator.name], years.contains(year) else { return sums }
    for (power, weight) in weights {
      guard let row = powers.firstIndex(of: power) else { continue }
      let first = offset(year: year, row: row)
      for lane in 0..<lanes {
        sums[lane] += weight * (indicator.scale.transform(Double(levels[first + lane])) ?? .nan)
      }
    }
    return sums
  }
}

extension ScenarioEffect {
  /// Moves an indicator of some powers in equal yearly steps up to a year, and keeps it there.
  init(
    moving indicator: Indicator, of powers: [Power], by amount: Double, until year: Int, origin: Int
  ) {
    let span = max(1, year - origin)
    let amounts = (1...span).map { amount * Double($0) / Double(span) }
    self.init(
      origin: origin,
      shifts: powers.map {
        RowShift(indicator: indicator, power: $0, firstYear: origin + 1, amounts: amounts)
      })
  }
}
