import Foundation

/// What is forecast every night, and how.
public struct NightlySettings: Codable, Hashable, Sendable {
  public var challenger: String
  public var incumbent: String
  /// Names of measures, separated by commas; all that the data allow where there are none.
  public var measures: String?
  /// Names of models, separated by commas.
  public var models: String
  public var population: String
  public var horizon: Int
  public var paths: Int
  public var seed: UInt64
  /// Options of measures, as they follow the command.
  public var measureOptions: [String]?
  /// Files of further measures, by their contents: a changed file is another forecast.
  public var measureFiles: [String]?

  public init(
    challenger: String, incumbent: String, measures: String?, models: String, population: String,
    horizon: Int, paths: Int, seed: UInt64, measureOptions: [String]? = nil,
    measureFiles: [String]? = nil
  ) {
    self.challenger = challenger
    self.incumbent = incumbent
    self.measures = measures
    self.models = models
    self.population = population
    self.horizon = horizon
    self.paths = paths
    self.seed = seed
    self.measureOptions = measureOptions
    self.measureFiles = measureFiles
  }

  /// Whether two forecasts are of the same two sides.
  func isOfSameContest(as other: NightlySettings) -> Bool {
    challenger == other.challenger && incumbent == other.incumbent
  }

  /// The same, with the random numbers of others.
  func drawn(as other: NightlySettings) -> NightlySettings {
    var settings = self
    settings.seed = other.seed
    settings.paths = other.paths
    return settings
  }

  /// As the archive keeps it.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("settings are always encodable")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads ``text``.
  init?(text: String) {
    guard let settings = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = settings
  }
}
