import Charts
public import Forecasting
import Models
import Panels

/// What every chart of one forecast says of it: of whom, from which figures, and how drawn.
public struct ChartContext: Sendable {
  /// How the forecast was drawn.
  struct Simulation: Equatable, Sendable {
    let origin: Int
    let horizon: Int
    let futures: Int
    let seed: UInt64
    let model: String
  }

  let words: ForecastWords
  let names: DataSet
  let simulation: Simulation
  /// Publishers and editions, each once.
  let sources: [String]
  let checksum: String
  /// What stands behind the probabilities.
  let record: String

  init(
    _ contest: Contest, names: DataSet, simulation: Simulation, sources: [String],
    checksum: String, record: String = RecordWords.none
  ) {
    words = ForecastWords(contest, names: names)
    self.names = names
    self.simulation = simulation
    self.sources = sources
    self.checksum = checksum
    self.record = record
  }

  /// Collects the sources of the indicators from which some measures were computed.
  public init(_ contest: Contest, forecaster: Forecaster, measures: [Measure]) {
    let options = forecaster.options
    let panels = measures.flatMap(\.formula.indicators).compactMap { forecaster.data[$0] }
    self.init(
      contest, names: forecaster.data,
      simulation: Simulation(
        origin: forecaster.origin, horizon: options.horizon, futures: options.futures,
        seed: options.seed, model: options.models.map(\.name).joined(separator: "+")),
      sources: panels.flatMap(\.sources).reduce(into: []) { all, source in
        if !all.contains(source) { all.append(source) }
      },
      checksum: forecaster.data.checksum, record: RecordWords(forecaster).summary)
  }
}

extension ChartContext {
  /// The last year of the futures.
  var lastYear: Int { simulation.origin + simulation.horizon }

  /// The year of which headlines speak: twenty-five years ahead, or the last.
  var headlineYear: Int { simulation.origin + min(25, simulation.horizon) }

  /// A power's name as it stands in a sentence.
  func phrase(_ power: Power) -> String { SideName(Side(power), names: names).words }

  /// Where a chart's numbers come from: a line each.
  ///
  /// - Parameter notes: What the chart's own signs leave to say.
  /// - Returns: The notes, then sources, simulation and record.
  func footer(_ notes: [String] = []) -> [String] {
    let futures = Numeral.fixed(Double(simulation.futures), places: 0)
    let first = simulation.origin + 1
    let years = first < lastYear ? "\(first)–\(lastYear)" : "\(lastYear)"
    return notes + [
      "Sources: \(credits.joined(separator: ", ")). Figures to \(simulation.origin).",
      "\(futures) joint futures of \(years), model \(simulation.model), seed \(simulation.seed), "
        + "data \(shortChecksum). "
        + record,
    ]
  }

  /// The sources, the editions of one publisher together.
  var credits: [String] {
    sources.reduce(into: []) { credits, source in
      let words = source.split(separator: " ")
      let publisher = words.dropLast().joined(separator: " ")
      let same = credits.firstIndex { !publisher.isEmpty && $0.hasPrefix(publisher + " ") }
      guard let same, let edition = words.last else { return credits.append(source) }
      credits[same] += " and \(edition)"
    }
  }

  /// The first twelve digits of the checksum, without the name of its algorithm.
  var shortChecksum: String {
    String((checksum.split(separator: ":").last ?? "").prefix(12))
  }
}
