import ArgumentParser
import Forecasting
import Foundation
import Panels
import Updates

extension NightlySettings {
  /// - Throws: `Failure` where a file of measures cannot be read.
  init(challenger: String, incumbent: String, _ options: SimulationOptions) throws {
    let files = try options.own.files.map { path in
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw Failure("There is no file \(path), or it cannot be read.", .usage)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let own = try options.own.arguments()
    self.init(
      challenger: challenger, incumbent: incumbent, measures: options.measures,
      models: options.models, population: options.population.rawValue, horizon: options.horizon,
      paths: options.paths, seed: options.seed, measureOptions: own.isEmpty ? nil : own,
      measureFiles: files.isEmpty ? nil : files)
  }

  /// The forecaster's options for some data, as `primacy forecast` would make them.
  func options(for data: DataSet) throws -> Forecaster.Options {
    let folder = FileManager.default.temporaryDirectory.path + "/primacy-\(UUID().uuidString)"
    let texts = measureFiles ?? []
    let files = texts.indices.map { "\(folder)/measures-\($0 + 1).yaml" }
    let system = LocalFiles()
    for (file, text) in zip(files, texts) {
      try system.makeFolder(folder)
      try system.write(Array(text.utf8), to: file)
    }
    // Files that stay behind in the system's folder for such do no harm.
    defer { if !texts.isEmpty { try? system.remove(folder) } }
    let arguments = arguments + files.flatMap { ["--measures-file", $0] }
    return try SimulationOptions.parse(arguments).options(for: data)
  }

  /// As they would follow `primacy forecast`, but for files.
  private var arguments: [String] {
    var arguments = [
      "--models", models, "--population", population, "--horizon", "\(horizon)",
      "--paths", "\(paths)", "--seed", "\(seed)",
    ]
    if let measures { arguments += ["--measures", measures] }
    return arguments + (measureOptions ?? [])
  }
}

extension MeasureOptions {
  /// Those that are not as they are by default, as they would follow a command.
  fileprivate func arguments() throws -> [String] {
    let plain = try MeasureOptions.parse([])
    var arguments: [String] = []
    if let militaryWeights { arguments += ["--military-weights", militaryWeights] }
    if depreciation != plain.depreciation { arguments += ["--depreciation", "\(depreciation)"] }
    if subsistence != plain.subsistence { arguments += ["--subsistence", "\(subsistence)"] }
    if let composite { arguments += ["--composite", composite] }
    return arguments
  }
}
