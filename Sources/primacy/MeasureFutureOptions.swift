import ArgumentParser
import Forecasting
import Panels

/// The options of the commands that look closely at one measure of one contest.
struct MeasureFutureOptions: ParsableArguments {
  @Option(help: "The measure.")
  var measure = Measure.outputMER.name

  @OptionGroup var own: MeasureOptions

  @Option(help: ArgumentHelp("How many futures to draw.", valueName: "count"))
  var paths = 10_000

  @Option(help: "The seed; the same seed gives the same futures.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "stack, or models, separated by commas, that share the futures.", valueName: "names"))
  var models = StackWeights.name

  @Option(help: "Where populations come from: model, or un for the United Nations' projection.")
  var population = PopulationSource.model

  func validate() throws {
    guard (1...10_000_000).contains(paths) else {
      throw ValidationError("--paths must be 1 to 10000000.")
    }
  }

  /// A forecaster of the one measure.
  ///
  /// - Parameters:
  ///   - data: The origin, if one is asked for.
  ///   - figures: Of all years.
  ///   - last: The last year of the futures, if one is asked for.
  ///   - ahead: How many years the futures have otherwise.
  /// - Returns: What draws the measure's futures.
  /// - Throws: `UnknownName`, `ForecastError`, or that the last year is not ahead.
  func forecaster(
    _ data: DataOptions, figures: DataSet, until last: Int?, ahead: Int = 50
  ) throws -> Forecaster {
    var simulation = SimulationOptions()
    simulation.measures = measure
    simulation.own = own
    simulation.horizon = ahead
    simulation.paths = paths
    simulation.seed = seed
    simulation.models = models
    simulation.population = population
    var options = try simulation.options(for: figures)
    let origin = try Forecaster(figures, origin: data.asOf, options: options).origin
    if let last {
      guard (origin + 1...origin + 200).contains(last) else {
        throw ValidationError("--by must be \(origin + 1) to \(origin + 200).")
      }
      options.horizon = last - origin
    }
    return try Forecaster(
      figures, origin: data.asOf, options: options, record: data.record())
  }
}
