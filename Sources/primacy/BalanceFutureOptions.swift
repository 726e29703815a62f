import ArgumentParser
import Forecasting
import Panels

/// The options of the commands of `balance`, which draw fewer futures than a forecast.
///
/// A probability from 1,000 futures has a standard error of at most 1.6 percentage points.
struct BalanceFutureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Measures or indicators, separated by commas.", valueName: "names"))
  var measures: String?

  @OptionGroup var own: MeasureOptions

  @Option(help: ArgumentHelp("How many years to look ahead.", valueName: "years"))
  var horizon = 50

  @Option(help: ArgumentHelp("How many futures to draw.", valueName: "count"))
  var paths = 1000

  @Option(help: "The seed; the same seed gives the same futures.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "stack, or models, separated by commas, that share the futures.", valueName: "names"))
  var models = StackWeights.name

  @Option(help: "Where populations come from: model, or un for the United Nations' projection.")
  var population = PopulationSource.model

  func validate() throws { try simulation.validate() }

  private var simulation: SimulationOptions {
    var simulation = SimulationOptions()
    simulation.measures = measures
    simulation.own = own
    simulation.horizon = horizon
    simulation.paths = paths
    simulation.seed = seed
    simulation.models = models
    simulation.population = population
    return simulation
  }

  /// The forecaster's options for some data.
  ///
  /// - Throws: `UnknownName` with the nearest names.
  func options(for data: DataSet) throws -> Forecaster.Options {
    try simulation.options(for: data)
  }
}
