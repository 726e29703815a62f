import Probability
import RealModule

/// What knowing only the gap between two powers is worth.
///
/// The logit of a crossing within a horizon is linear in the logarithm of the gap; fitted to the
/// pairs of earlier origins whose horizon had ended by the origin.
public struct BaseRate: BacktestModel {
  public let name = "base-rate"
  public init() {}

  public func answer(_ question: BacktestQuestion) throws -> BacktestAnswer {
    let options = question.options
    let probabilities = options.horizons.map { horizon -> [Double] in
      let past = resolved(question, horizon: horizon)
      guard past.count >= Self.enough else { return driftless(question, horizon: horizon) }
      let line = LogitLine(past)
      return question.universe.pairs.map { line.probability(at: $0.gap) }
    }
    return BacktestAnswer(probabilities: probabilities, growth: [])
  }

  /// How many pairs whose horizon has ended a regression needs.
  static let enough = 200

  /// What the gap says before any horizon has ended: the reflection principle for a gap that
  /// wanders without drift, as far a year as gaps have moved.
  private func driftless(_ question: BacktestQuestion, horizon: Int) -> [Double] {
    let universe = question.universe
    let years = question.origin - question.options.minHistory + 1...question.origin
    var squares = 0.0
    var count = 0.0
    for pair in universe.pairs {
      for year in years {
        guard let now = gap(pair, year, question), let before = gap(pair, year - 1, question)
        else { continue }
        squares += (now - before) * (now - before)
        count += 1
      }
    }
    let spread = (squares / max(count, 1) * Double(horizon)).squareRoot()
    return universe.pairs.map { 2 * Normal.cumulative(-$0.gap / max(spread, 1e-9)) }
  }

  private func gap(_ pair: Universe.Pair, _ year: Int, _ question: BacktestQuestion) -> Double? {
    let powers = question.universe.powers
    guard let above = question.record[powers[pair.incumbent], year],
      let below = question.record[powers[pair.challenger], year]
    else { return nil }
    return .log(above / below)
  }

  /// Gaps and outcomes of every pair whose horizon had ended by the origin.
  private func resolved(
    _ question: BacktestQuestion, horizon: Int
  ) -> [(gap: Double, crossed: Bool)] {
    let options = question.options
    let first = question.record.years.lowerBound + options.minHistory
    let last = question.origin - horizon
    guard first <= last else { return [] }
    var pairs: [(gap: Double, crossed: Bool)] = []
    for origin in stride(from: last, through: max(first, last - 200), by: -2) {
      let universe = Universe(
        question.record, origin: origin, top: options.top, maxRatio: options.maxRatio,
        minHistory: options.minHistory)
      for pair in universe.pairs {
        let crossed = question.record.crossed(
          universe.powers[pair.challenger], universe.powers[pair.incumbent], after: origin,
          within: horizon)
        if let crossed { pairs.append((pair.gap, crossed)) }
      }
    }
    return pairs
  }
}

/// A logistic regression on one number, by Newton's method with a light ridge.
struct LogitLine {
  private var constant = 0.0
  private var slope = 0.0

  init(_ past: [(gap: Double, crossed: Bool)]) {
    guard !past.isEmpty else { return }
    for _ in 0..<25 {
      var gradient = (-1e-3 * constant, -1e-3 * slope)
      var hessian = (1e-3, 0.0, 1e-3)
      for (gap, crossed) in past {
        let p = probability(at: gap)
        let error = (crossed ? 1 : 0) - p
        let weight = p * (1 - p)
        gradient.0 += error
        gradient.1 += error * gap
        hessian.0 += weight
        hessian.1 += weight * gap
        hessian.2 += weight * gap * gap
      }
      let determinant = hessian.0 * hessian.2 - hessian.1 * hessian.1
      let step = (
        (hessian.2 * gradient.0 - hessian.1 * gradient.1) / determinant,
        (hessian.0 * gradient.1 - hessian.1 * gradient.0) / determinant
      )
      constant += step.0
      slope += step.1
      if abs(step.0) + abs(step.1) < 1e-10 { break }
    }
  }

  func probability(at gap: Double) -> Double { 1 / (1 + .exp(-constant - slope * gap)) }
}
