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
    func ratios(in futures: Futures<some LevelNumber>, context: FormulaContext) -> [Double] {
      let powers = involved.filter(futures.powers.contains)
      let rows = powers.compactMap { futures.powers.firstIndex(of: $0) }
      return ratios(
        of: measure.formula.values(in: futures, rows: rows, context: context), powers, in: futures)
    }

    /// The same from the measure's values of some powers, members of both sides among them.
    func ratios(of values: [Double], _ powers: [Power], in futures: Futures<some LevelNumber>)
      -> [Double]
    {
      Self.ratios(
        of: challengers, over: incumbents, without: absences, in: contest, values, powers, futures)
    }

    /// How many of a fit's futures are looked at of each indicator that some records need.
    static func wanted(of records: [Self], by fit: Int) -> [Indicator: Int] {
      var wanted: [Indicator: Int] = [:]
      for record in records {
        let count = record.quotas.drawn(by: fit)
        for indicator in record.measure.formula.indicators {
          wanted[indicator] = max(wanted[indicator] ?? 0, count)
        }
      }
      return wanted
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
      in contest: Contest, _ values: [Double], _ powers: [Power],
      _ futures: Futures<some LevelNumber>
    ) -> [Double] {
      func sums(_ members: [Power], _ side: Side, isIncumbent: Bool) -> [Double] {
        var sums = [Double](repeating: 0, count: futures.years.count * futures.lanes)
        for (place, member) in members.enumerated() {
          guard let row = powers.firstIndex(of: member) else { continue }
          let years = absences.filter { $0.isIncumbent == isIncumbent && $0.member == place }
            .map(\.years)
          futures.add(
            values, row: row, of: powers.count, weight: side.weight(of: member), without: years,
            to: &sums)
        }
        return sums
      }
      var ratios = sums(above, contest.challenger, isIncumbent: false)
      let divisors = sums(below, contest.incumbent, isIncumbent: true)
      ratios.withUnsafeMutableBufferPointer { ratios in
        divisors.withUnsafeBufferPointer { divisors in
          for index in ratios.indices { ratios[index] /= divisors[index] }
        }
      }
      return ratios
    }
  }

  /// Computes the ratio of every year known.
  func record(of contest: Contest, on measure: Measure) throws(ForecastError) -> Record {
    let known = (contest.challenger.members + contest.incumbent.members)
      .filter(past.powers.contains)
    let values = measure.formula.values(
      in: past, rows: known.compactMap { past.powers.firstIndex(of: $0) }, context: .past)
    let recent = known.indices.filter { isRecent(values, row: $0, of: known.count) }
      .map { known[$0] }
    func members(_ side: Side) throws(ForecastError) -> [Power] {
      let found = side.members.filter(recent.contains)
      if found.isEmpty { throw .sideWithoutMeasure(side, measure: measure.name) }
      return found
    }
    let challengers = try members(contest.challenger)
    let incumbents = try members(contest.incumbent)
    let ratios = Record.ratios(
      of: challengers, over: incumbents, in: contest, values, known, past)
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

  /// Whether one row of some values of the past goes on to near the origin.
  private func isRecent(_ values: [Double], row: Int, of count: Int) -> Bool {
    let last = past.years.last { year in
      !values[(year - past.years.lowerBound) * count + row].isNaN
    }
    return last.map { $0 + 2 * Runs.staleAfter >= origin } ?? false
  }

  /// Makes sure that a fit, one of whose blocks is given, draws the measure for both sides.
  func requireFutures(
    of record: Record, in fit: JointFit, _ futures: Futures<some LevelNumber>
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

extension Futures {
  /// Adds one row of some values, weighted, to sums of one number a step and lane.
  ///
  /// In years of absence it counts as zero.
  fileprivate func add(
    _ values: [Double], row: Int, of count: Int, weight: Double,
    without absences: [ClosedRange<Int>],
    to sums: inout [Double]
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      values.withUnsafeBufferPointer { values in
        for (step, year) in years.enumerated()
        where !absences.contains(where: { $0.contains(year) }) {
          let first = (step * count + row) * lanes
          let from = UnsafeBufferPointer(rebasing: values[first..<first + lanes])
          let to = UnsafeMutableBufferPointer(rebasing: sums[step * lanes..<(step + 1) * lanes])
          for lane in 0..<lanes { to[lane] += weight * from[lane] }
        }
      }
    }
  }
}
