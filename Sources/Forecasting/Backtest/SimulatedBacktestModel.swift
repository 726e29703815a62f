public import Models
import Panels
import Probability
import RealModule

/// A model whose futures are drawn and counted.
public struct SimulatedBacktestModel: BacktestModel {
  let model: any Model

  public init(_ model: any Model) { self.model = model }

  public var name: String { model.name }

  public func answer(_ question: BacktestQuestion) throws -> BacktestAnswer {
    let powers = question.universe.powers
    let last = question.origin + (question.options.horizons.last ?? 0)
    let past = Futures(past: question.data, of: question.measure.formula.indicators)
    let fit = JointFit(
      model, data: question.data, past: past, measures: [question.measure], powers: powers,
      lastYear: last)
    if let failure = fit.failures.values.first { throw ForecastError.model(failure) }
    let context = FormulaContext(
      for: [question.measure.formula], past: past, simulated: powers)
    var count = PairCount(question)
    let blocks = (question.options.futures + BlockStream.lanes - 1) / BlockStream.lanes
    for block in 0..<blocks {
      let futures = fit.block(block, seed: question.options.seed)
      var values = question.measure.formula.values(
        in: futures, rows: Array(powers.indices), context: context)
      values.withUnsafeMutableBufferPointer { Vector.takeLogarithms($0) }
      count.record(values, firstYear: futures.years.lowerBound)
    }
    return count.answer
  }
}
