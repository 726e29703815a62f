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
  /// The indicators of which every power is needed, learned or not.
  private let held: Set<Indicator>
  /// For each fit where its levels are in a block.
  private let layouts: [Layout]
  private let carried: [(CarriedIndicator, CarriedIndicator.Start)]
  /// What a scenario changes in every block.
  private var effect = ScenarioEffect.none

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
    _ model: any Model, data: DataSet, past: Futures<Double>, measures: [Measure], powers: [Power],
    lastYear: Int
  ) {
    self =
      Self.fits(
        of: [model], data: data, past: past, measures: measures, powers: powers, lastYear: lastYear)[
        0]
  }

  /// Fits several models, all indicators of all models side by side.
  static func fits(
    of models: [any Model], data: DataSet, past: Futures<Double>, measures: [Measure],
    powers: [Power],
    lastYear: Int
  ) -> [JointFit] {
    let carried = CarriedIndicator.all.filter { carried in
      measures.contains { $0.formula.indicators.contains(carried.indicator) }
        && carried.isBehind(in: data)
    }
    // A sum over the system needs every power, learned or not.
    let summed = Set(measures.flatMap(\.formula.totals).flatMap(\.indicators))
    let panels = modelled(measures, carried: carried).compactMap { data[$0] }
    let pairs = models.flatMap { model in panels.map { (model: model, panel: $0) } }
    let attempts = concurrently(pairs) { pair in
      Result { () throws(ModelError) in
        try pair.model.fit(pair.panel, beside: data, for: powers)
      }
    }
    return concurrently(Array(models.indices)) { index in
      var fits: [any FittedModel] = []
      var failures: [Indicator: ModelError] = [:]
      for (panel, attempt) in zip(panels, attempts[(index * panels.count)...]) {
        switch attempt {
        case .success(let fit): fits.append(fit)
        case .failure where summed.contains(panel.indicator):
          fits.append(NothingLearned(indicator: panel.indicator))
        case .failure(let error): failures[panel.indicator] = error
        }
      }
      return JointFit(
        fits: fits, failures: failures, held: summed, data: data, past: past, powers: powers,
        carried: carried, lastYear: lastYear)
    }
  }

  /// Fits made elsewhere.
  ///
  /// Powers without a fit of an indicator in `held` keep their proportion to the others.
  init(
    fits: [any FittedModel], failures: [Indicator: ModelError] = [:],
    held: Set<Indicator> = [], data: DataSet, past: Futures<Double>, powers: [Power],
    carried: [CarriedIndicator] = [], lastYear: Int
  ) {
    let holds = fits.map { fit in
      held.contains(fit.indicator)
        ? data[fit.indicator].map { HeldPowers(beside: fit, panel: $0, of: powers) } : nil
    }
    let lasts = fits.flatMap(\.lastYears) + holds.flatMap { $0?.lastYears ?? [] }
    let first = lasts.min().map { $0 + 1 } ?? lastYear
    let years = min(first, lastYear)...lastYear
    self.failures = failures
    self.held = held
    self.powers = powers
    self.fits = fits
    self.years = years
    layouts = zip(fits, holds).map { fit, hold in
      Layout(of: fit, held: hold, data: data, powers: powers, years: years)
    }
    self.carried = carried.map { ($0, CarriedIndicator.Start(of: $0, past: past, powers: powers)) }
  }

  /// The same fits with another of one indicator.
  func replacing(_ fit: some FittedModel, data: DataSet, past: Futures<Double>) -> JointFit {
    JointFit(
      fits: fits.map { $0.indicator == fit.indicator ? fit : $0 }, failures: failures,
      held: held, data: data, past: past, powers: powers, carried: carried.map(\.0),
      lastYear: years.upperBound)
  }

  /// The same fits, every block of which is changed as a scenario has it.
  func under(_ effect: ScenarioEffect) -> JointFit {
    var fit = self
    fit.effect = effect
    return fit
  }

  /// Draws a block of futures, a pure function of seed and index.
  public func block(_ index: Int, seed: UInt64) -> Futures<Float> {
    block(index, seed: seed) { _ in true }
  }

  /// Draws those indicators of a block that are wanted, the same as if all were.
  ///
  /// - Parameters:
  ///   - index: The block's number.
  ///   - seed: Of the random numbers.
  ///   - isWanted: Whether an indicator is; what `needs` adds must be.
  /// - Returns: The levels of those that are, and of no others.
  func block(_ index: Int, seed: UInt64, where isWanted: (Indicator) -> Bool) -> Futures<Float> {
    let stream = BlockStream(seed: seed, block: index)
    var futures = Futures<Float>(years: years, powers: powers, lanes: BlockStream.lanes)
    let wanted = zip(fits, layouts).filter { isWanted($0.0.indicator) }
    for (fit, layout) in wanted where !(fit is any FollowingFit) {
      futures.levels[fit.indicator.name] = layout.draw(fit, years: years, from: stream)
    }
    for (fit, layout) in wanted {
      guard let follower = fit as? any FollowingFit else { continue }
      futures.levels[fit.indicator.name] = layout.draw(
        follower, following: futures.levels[follower.followed.name] ?? [], of: powers,
        years: years, from: stream)
    }
    effect.apply(to: &futures, from: stream)
    for (carried, start) in carried where isWanted(carried.indicator) {
      carried.extend(&futures, from: start)
    }
    return futures
  }

  /// How many futures must be drawn of each indicator, so that others can be.
  ///
  /// What an indicator follows or is carried by is needed as often as it is; where a scenario changes
  /// the futures, everything is.
  ///
  /// - Parameter wanted: How many futures of each indicator are looked at.
  /// - Returns: The same, with what they need.
  func needs(_ wanted: [Indicator: Int]) -> [Indicator: Int] {
    var needs = wanted
    func need(_ indicator: Indicator, _ count: Int) {
      needs[indicator] = max(needs[indicator] ?? 0, count)
    }
    for (carried, _) in carried {
      for driver in carried.driver.indicators { need(driver, needs[carried.indicator] ?? 0) }
    }
    for case let follower as any FollowingFit in fits {
      need(follower.followed, needs[follower.indicator] ?? 0)
    }
    guard effect.isNone else { return needs.mapValues { _ in needs.values.max() ?? 0 } }
    return needs
  }

  /// The indicators to model: those of the measures, and of what carries others.
  static func modelled(_ measures: [Measure], carried: [CarriedIndicator]) -> [Indicator] {
    var seen = Set(carried.map(\.indicator))
    return (measures.flatMap(\.formula.indicators) + carried.flatMap(\.driver.indicators))
      .filter { seen.insert($0).inserted }
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
