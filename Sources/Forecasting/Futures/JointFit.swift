public import Models
public import Panels
import Probability

/// One model's fits of all indicators: enough to draw joint futures of all powers.
public struct JointFit: Sendable {
  public let powers: [Power]
  /// The years of its blocks: from the first that some indicator does not know.
  public let years: ClosedRange<Int>
  public let fits: [any FittedModel]
  /// Why an indicator has no fit.
  let failures: [Indicator: ModelError]
  private let known: [[Known]]
  private let carried: [(CarriedIndicator, CarriedIndicator.Start)]

  /// Fits a model to every indicator that some measures need; one it cannot learn is a failure.
  ///
  /// - Parameters:
  ///   - model: How each indicator is modelled.
  ///   - data: What was known at the origin.
  ///   - past: The same as futures of one lane.
  ///   - measures: What will be computed.
  ///   - powers: Whose futures are drawn.
  ///   - lastYear: The last year of the futures.
  init(
    _ model: any Model, data: DataSet, past: Futures, measures: [Measure], powers: [Power],
    lastYear: Int
  ) {
    let carried = CarriedIndicator.all.filter { carried in
      measures.contains { $0.formula.indicators.contains(carried.indicator) }
        && carried.isBehind(in: data)
    }
    // A sum over the system needs every power, learned or not.
    let summed = Set(measures.flatMap(\.formula.totals).flatMap(\.indicators))
    var fits: [any FittedModel] = []
    var failures: [Indicator: ModelError] = [:]
    for indicator in Self.modelled(measures, carried: carried) {
      guard let panel = data[indicator] else { continue }
      do throws(ModelError) {
        let fit = try model.fit(panel, for: powers)
        fits.append(
          summed.contains(indicator) ? ProportionalFit(fit, panel: panel, powers: powers) : fit)
      } catch {
        if summed.contains(indicator) {
          fits.append(ProportionalFit(nil, panel: panel, powers: powers))
        } else {
          failures[indicator] = error
        }
      }
    }
    self.init(
      fits: fits, failures: failures, data: data, past: past, powers: powers, carried: carried,
      lastYear: lastYear)
  }

  /// Fits made elsewhere.
  init(
    fits: [any FittedModel], failures: [Indicator: ModelError] = [:], data: DataSet,
    past: Futures, powers: [Power], carried: [CarriedIndicator] = [], lastYear: Int
  ) {
    self.failures = failures
    let first = fits.flatMap(\.lastYears).min().map { $0 + 1 } ?? lastYear
    self.powers = powers
    self.fits = fits
    years = min(first, lastYear)...lastYear
    let rows = Dictionary(uniqueKeysWithValues: powers.enumerated().map { ($1, $0) })
    known = fits.map { fit in
      zip(fit.powers, fit.lastYears).map { power, last in
        Known(row: rows[power] ?? 0, last: last, series: data[fit.indicator]?.series(of: power))
      }
    }
    self.carried = carried.map { ($0, CarriedIndicator.Start(of: $0, past: past, powers: powers)) }
  }

  /// The same fits with another of one indicator.
  func replacing(_ fit: some FittedModel, data: DataSet, past: Futures) -> JointFit {
    JointFit(
      fits: fits.map { $0.indicator == fit.indicator ? fit : $0 }, failures: failures,
      data: data, past: past, powers: powers, carried: carried.map(\.0), lastYear: years.upperBound)
  }

  /// Draws a block of futures, a pure function of seed and index.
  public func block(_ index: Int, seed: UInt64) -> Futures {
    let stream = BlockStream(seed: seed, block: index)
    let lanes = BlockStream.lanes
    var futures = Futures(years: years, powers: powers, lanes: lanes)
    for (fit, known) in zip(fits, known) {
      var paths = fit.draw(years: years, from: stream, channel: fit.indicator.channel)
      fit.indicator.scale.restore(&paths.values)
      var levels = [Double](repeating: .nan, count: years.count * powers.count * lanes)
      for (row, power) in known.enumerated() {
        for year in years {
          let from = paths.offset(year: year, row: row)
          let to = futures.offset(year: year, row: power.row)
          for lane in 0..<lanes {
            levels[to + lane] =
              year <= power.last ? power.series?[year] ?? .nan : paths.values[from + lane]
          }
        }
      }
      futures.levels[fit.indicator.name] = levels
    }
    for (carried, start) in carried { carried.extend(&futures, from: start) }
    return futures
  }

  /// The indicators to model: those of the measures, and of what carries others.
  static func modelled(_ measures: [Measure], carried: [CarriedIndicator]) -> [Indicator] {
    var seen = Set(carried.map(\.indicator))
    return (measures.flatMap(\.formula.indicators) + carried.flatMap(\.driver.indicators))
      .filter { seen.insert($0).inserted }
  }

  private struct Known: Sendable {
    let row: Int
    let last: Int
    let series: Series?
  }
}

extension Indicator {
  /// The first of the indicator's channels; a function of its name, so that an indicator's
  /// deviates do not depend on which others are modelled.
  var channel: Int {
    // FNV-1a; Fowler, Noll and Vo, RFC 9923.
    var hash: UInt32 = 2_166_136_261
    for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash >> 4) * BlockStream.channelsPerIndicator
  }
}
