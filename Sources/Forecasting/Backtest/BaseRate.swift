import Probability
import RealModule

/// What knowing only the gap between two powers is worth.
///
/// The logit of a crossing within a horizon is linear in the logarithm of the gap; fitted to the
/// pairs of earlier origins whose horizon had ended by the origin.
public struct BaseRate: BacktestModel {
  public static let name = "base-rate"
  public var name: String { Self.name }
  public init() {}

  public func answer(_ question: BacktestQuestion) throws -> BacktestAnswer {
    let options = question.options
    let probabilities = options.horizons.map { horizon -> [Double] in
      guard let line = question.gaps.line(at: question.origin, horizon: horizon) else {
        return driftless(question, horizon: horizon)
      }
      return question.universe.pairs.map { line.probability(at: $0.gap) }
    }
    return BacktestAnswer(probabilities: probabilities, growth: [])
  }

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
}
