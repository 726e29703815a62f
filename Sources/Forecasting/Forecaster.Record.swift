import Models
import Panels
import Probability
import RealModule

extension Forecaster {
  /// What the past says of a contest on one measure.
  struct Record: Sendable {
    let measure: Measure
    let contest: Contest
    let history: [RatioPoint]
    /// The members with the measure at the origin; the others are not counted, now or later.
    let challengers: [Power]
    let incumbents: [Power]
    /// The years in which a scenario has members outside their side.
    var absences: [Absence] = []
    var quotas = Quotas()

    var origin: Int { history[history.count - 1].year }
    var ratio: Double { history[history.count - 1].ratio }

    /// For how many years up to the origin the challenger has led without a break.
    var led: Int {
      var year = origin
      var count = 0
      for point in history.reversed() {
        guard point.year == year, point.ratio >= 1 else { break }
        count += 1
        year -= 1
      }
      return count
    }

    func emptyTally(until last: Int) -> CrossingTally {
      CrossingTally(years: origin + 1...last, led: led, logRatio: .log(ratio))
    }

    /// The ratio in every year and lane of a block.
    func ratios(in futures: Futures, context: FormulaContext) -> [Double] {
      Self.ratios(
        of: challengers, over: incumbents, without: absences, in: contest, measure, futures,
        context)
    }

    func forecast(from tally: CrossingTally) -> CrossingForecast {
      func event(_ counts: [Int], _ mirrored: MirroredCount) -> EventForecast {
        EventForecast(
          years: tally.years, counts: counts, futures: tally.futures, mirrored: mirrored)
      }
      let values = RatioQuantiles.levels.map { level in
        tally.sketches.map { Double.exp($0.quantile(level) ?? .nan) }
      }
      return CrossingForecast(
        measure: measure, contest: contest, origin: origin, ratio: ratio, history: history,
        crossedIn: led > 0 ? origin - led + 1 : nil,
        crossing: event(tally.crossings, tally.mirrors.crossing),
        durable: event(tally.durables, tally.mirrors.durable), led: led,
        reversal: event(tally.reversals, tally.mirrors.reversal),
        quantiles: RatioQuantiles(years: tally.years, values: values))
    }

    /// The sum of some members over the sum of others, `step * lanes + lane`.
    ///
    /// Each counts as far as its side relies on it.
    static func ratios(
      of above: [Power], over below: [Power], without absences: [Absence] = [],
      in contest: Contest, _ measure: Measure, _ futures: Futures, _ context: FormulaContext
    ) -> [Double] {
      let weights =
        above.map(contest.challenger.weight) + below.map(contest.incumbent.weight)
      let rows = (above + below).compactMap { futures.powers.firstIndex(of: $0) }
      let lanes = futures.lanes
      var values = measure.formula.values(in: futures, rows: rows, context: context)
      for absence in absences {
        let index = absence.isIncumbent ? above.count + absence.member : absence.member
        for (step, year) in futures.years.enumerated() where absence.years.contains(year) {
          let first = (step * rows.count + index) * lanes
          for lane in first..<first + lanes { values[lane] = 0 }
        }
      }
      return (0..<futures.years.count * lanes).map { cell in
        let first = cell / lanes * rows.count * lanes + cell % lanes
        func sum(_ indices: Range<Int>) -> Double {
          indices.reduce(0) { $0 + weights[$1] * values[first + $1 * lanes] }
        }
        return sum(0..<above.count) / sum(above.count..<rows.count)
      }
    }
  }

  /// Computes the ratio of every year known.
  func record(of contest: Contest, on measure: Measure) throws(ForecastError) -> Record {
    let challengers = try members(of: contest.challenger, with: measure)
    let incumbents = try members(of: contest.incumbent, with: measure)
    let ratios = Record.ratios(
      of: challengers, over: incumbents, in: contest, measure, past, .past)
    let history = zip(past.years, ratios).compactMap { year, ratio in
      ratio.isFinite && ratio > 0 ? RatioPoint(year: year, ratio: ratio) : nil
    }
    guard !history.isEmpty else {
      throw .sideWithoutMeasure(contest.challenger, measure: measure.name)
    }
    return Record(
      measure: measure, contest: contest, history: history, challengers: challengers,
      incumbents: incumbents)
  }

  /// The members of a side that have the measure near the origin.
  private func members(
    of side: Side, with measure: Measure
  ) throws(ForecastError) -> [Power] {
    let found = side.members.filter { power in
      guard let row = past.powers.firstIndex(of: power) else { return false }
      let values = measure.formula.values(in: past, rows: [row], context: .past)
      guard let step = values.lastIndex(where: { !$0.isNaN }) else { return false }
      return past.years.lowerBound + step + 2 * Runs.staleAfter >= origin
    }
    guard !found.isEmpty else { throw .sideWithoutMeasure(side, measure: measure.name) }
    return found
  }

  /// Makes sure that a fit, one of whose blocks is given, draws the measure for both sides.
  func requireFutures(
    of record: Record, in fit: JointFit, _ futures: Futures
  ) throws(ForecastError) {
    for indicator in record.measure.formula.indicators {
      if let failure = fit.failures[indicator] { throw .model(failure) }
    }
    let lanes = futures.lanes
    for (side, powers) in [
      (record.contest.challenger, record.challengers),
      (record.contest.incumbent, record.incumbents),
    ] {
      let rows = powers.compactMap { futures.powers.firstIndex(of: $0) }
      let values = record.measure.formula.values(in: futures, rows: rows, context: .past)
      if rows.count < powers.count || values.suffix(rows.count * lanes).contains(where: \.isNaN) {
        throw .sideWithoutMeasure(side, measure: record.measure.name)
      }
    }
  }
}
