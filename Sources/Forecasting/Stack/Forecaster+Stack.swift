import Models
import Panels
import RealModule

extension Forecaster {
  /// The weights by which a measure is forecast, if it is by the stack.
  ///
  /// They come from forecasts that had resolved by the origin, where the record has such.
  public func stackWeights(on measure: String) -> StackWeights? {
    guard options.pool == .stack else { return nil }
    return record?.stackWeights(on: measure, at: origin) ?? .prior
  }

  /// What part of a measure's futures each model draws.
  ///
  /// At least one must be able to draw it.
  func shares(of measure: Measure, able: [Bool]) -> Shares {
    let wanted = stackWeights(on: measure.name)?.shares ?? options.models.map { _ in 1 }
    let open = zip(wanted, able).map { $1 ? $0 : 0 }
    return Shares(open.contains { $0 > 0 } ? open : able.map { $0 ? 1 : 0 })
  }

  /// From what part of a measure's futures, model by model, its quantiles are told.
  func levelShares(of measure: Measure, able: [Bool]) -> Shares {
    guard let wanted = stackWeights(on: measure.name)?.levels else {
      return shares(of: measure, able: able)
    }
    let open = zip(wanted, able).map { $1 ? $0 : 0 }
    return Shares(open.contains { $0 > 0 } ? open : able.map { $0 ? 1 : 0 })
  }

  /// Which fits can draw something; with the stack a member that cannot is left out.
  ///
  /// - Parameters:
  ///   - fits: The models' fits.
  ///   - require: Throws why the fit of an index cannot.
  /// - Returns: Whether each can; at least one.
  /// - Throws: Why none can, or one of models that were asked for by name.
  func able(
    _ fits: [JointFit], _ require: (Int) throws(ForecastError) -> Void
  ) throws(ForecastError) -> [Bool] {
    var able: [Bool] = []
    var refusal: ForecastError?
    for index in fits.indices {
      do throws(ForecastError) {
        try require(index)
        able.append(true)
      } catch {
        if options.pool == .equal { throw error }
        refusal = refusal ?? error
        able.append(false)
      }
    }
    if let refusal, !able.contains(true) { throw refusal }
    return able
  }

  /// What the gap alone says, year by year, as far as it is known at the origin.
  func baseRates(on measure: Measure, gap: Double) -> [Double] {
    let kept = record?.baseRates(on: measure.name, at: origin)
    let course =
      kept
      ?? GapRecord(MeasureRecord(measure, data: data), options: .init(recordOf: measure))
      .course(at: origin)
    return course.probabilities(at: gap, years: options.horizon)
  }

  /// The forecast with the base rate mixed into the probabilities of what is still to come.
  func mixed(_ forecast: CrossingForecast) -> CrossingForecast {
    guard let weight = stackWeights(on: forecast.measure.name)?.baseRate, weight > 0 else {
      return forecast
    }
    let course = baseRates(on: forecast.measure, gap: abs(.log(forecast.ratio)))
    return course.isEmpty ? forecast : forecast.mixed(with: course, weight: weight)
  }
}
