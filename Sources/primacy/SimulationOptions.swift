public import ArgumentParser
public import Forecasting
import Models
import Panels

/// The options that every command which draws futures understands.
struct SimulationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many years to look ahead.", valueName: "years"))
  var horizon = 50

  @Option(help: ArgumentHelp("How many futures to draw.", valueName: "count"))
  var paths = 10_000

  @Option(help: "The seed; the same seed gives the same forecast.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Measures, separated by commas; all that the data allow by default.", valueName: "names"))
  var measures: String?

  @OptionGroup var own: MeasureOptions

  @Option(
    help: ArgumentHelp(
      "stack, the published forecast, or models, separated by commas, that share the futures: "
        + "\(Self.modelNames).",
      valueName: "names"))
  var models = StackWeights.name

  @Option(help: "Where populations come from: model, or un for the United Nations' projection.")
  var population = PopulationSource.model

  private static let modelNames = ModelChoice.allCases.map(\.rawValue).joined(separator: ", ")

  func validate() throws {
    guard (1...200).contains(horizon) else { throw ValidationError("--horizon must be 1 to 200.") }
    guard (1...10_000_000).contains(paths) else {
      throw ValidationError("--paths must be 1 to 10000000.")
    }
  }

  /// The forecaster's options for some data.
  ///
  /// - Throws: `UnknownName` with the nearest names.
  func options(for data: DataSet) throws -> Forecaster.Options {
    var options = Forecaster.Options.stack
    if models != StackWeights.name {
      options.models = try ModelChoice.named(models).map(\.model)
      options.pool = .equal
    }
    options.horizon = horizon
    options.futures = paths
    options.seed = seed
    options.population = population
    options.measures = try chosen(from: data)
    options.need = measures == nil ? .any : .every
    return options
  }

  private func chosen(from data: DataSet) throws -> [Measure] {
    let book = try own.book(for: data)
    guard let measures else {
      let possible = book.available(in: data)
      return possible.isEmpty ? book.measures : possible
    }
    return try names(in: measures).map { try book.measure(named: $0, in: data) }
  }
}

extension ModelChoice {
  /// The models in a list separated by commas.
  ///
  /// - Throws: `UnknownName` with the nearest names.
  static func named(_ list: String) throws -> [ModelChoice] {
    try names(in: list).map { name in
      guard name != StackWeights.name else {
        throw Failure("stack is made of models and stands alone: --models stack.", .usage)
      }
      guard let choice = ModelChoice(rawValue: name) else {
        throw UnknownName(
          .model, name,
          nearest: NearestNames.names(
            to: name, among: [StackWeights.name] + ModelChoice.allCases.map(\.rawValue)))
      }
      return choice
    }
  }
}

/// The names in a list separated by commas, each once.
func names(in list: String) -> [String] {
  var seen: Set<String> = []
  return list.split(separator: ",").map { String($0.drop { $0 == " " }) }
    .filter { seen.insert($0).inserted }
}

extension PopulationSource: ExpressibleByArgument {}
