import Charts
public import Forecasting
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
  /// What stands behind the probabilities, measure by measure.
  let record: String
  /// The same in few words.
  let recordBrief: String

  init(
    _ contest: Contest, names: DataSet, simulation: Simulation, sources: [String],
    checksum: String, record: String = RecordWords.none, recordBrief: String = RecordWords.none
  ) {
    words = ForecastWords(contest, names: names)
    self.names = names
    self.simulation = simulation
    self.sources = sources
    self.checksum = checksum
    self.record = record
    self.recordBrief = recordBrief
  }

  /// Collects the sources of the indicators from which some measures were computed.
  public init(_ contest: Contest, forecaster: Forecaster, measures: [Measure]) {
    let options = forecaster.options
    let credits = SourceCredits(of: measures, in: forecaster.data)
    let record = RecordWords(forecaster, on: measures)
    self.init(
      contest, names: forecaster.data,
      simulation: Simulation(
        origin: forecaster.origin, horizon: options.horizon, futures: options.futures,
        seed: options.seed, model: options.modelName),
      sources: credits.sources,
      checksum: forecaster.data.checksum, record: record.summary, recordBrief: record.brief)
  }
}

extension ChartContext {
  /// The last year of the futures.
  var lastYear: Int { simulation.origin + simulation.horizon }

  /// The year of which headlines speak: twenty-five years ahead, or the last.
  var headlineYear: Int { simulation.origin + min(25, simulation.horizon) }

  /// One measure in a sentence, with the chance by the year of headlines.
  func sentence(for forecast: CrossingForecast) -> String {
    words.sentence(for: forecast, by: headlineYear)
  }

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
      "Sources: \(credits.publishers.joined(separator: ", ")). Figures to \(simulation.origin).",
      "\(futures) joint futures of \(years), model \(simulation.model), seed \(simulation.seed), "
        + "data \(credits.shortChecksum). "
        + recordBrief,
    ]
  }

  /// Where the figures of the forecast come from.
  var credits: SourceCredits { SourceCredits(sources, checksum: checksum) }

  /// Where the numbers of a chart come from that shows no futures.
  ///
  /// - Parameter notes: What the chart's own signs leave to say.
  /// - Returns: The notes, then the sources.
  func sourcesFooter(_ notes: [String]) -> [String] { notes + [credits.line] }
}
