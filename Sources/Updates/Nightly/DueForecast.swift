public import Archive
import Datasets
public import Forecasting
import Panels

/// A probability that an earlier run published, of which it is known by now whether it came about.
public struct DueForecast: Hashable, Sendable {
  public let run: Int
  public let measure: String
  public let challenger: String
  public let incumbent: String
  public let origin: Int
  /// In years after the origin.
  public let horizon: Int
  /// That the challenger passes the incumbent, or the incumbent it again, within the horizon.
  public let probability: Double
  public let outcome: Bool

  /// The squared distance between what was said and what came.
  public var brier: Double {
    let distance = probability - (outcome ? 1 : 0)
    return distance * distance
  }
}

extension [DueForecast] {
  /// Scores the forecasts of a run, of powers, as far as the figures reach.
  ///
  /// - Parameters:
  ///   - outputs: What the run published.
  ///   - run: Its number.
  ///   - records: The measures as they are known now, by name.
  public init(_ outputs: [ForecastOutput], of run: Int, in records: [String: MeasureRecord]) {
    self = outputs.flatMap { output -> [DueForecast] in
      guard let record = records[output.measure] else { return [] }
      let isAhead = output.crossedIn != nil
      let sides = [output.challenger, output.incumbent].map { Power($0) }
      let (behind, ahead) = isAhead ? (sides[1], sides[0]) : (sides[0], sides[1])
      let target = isAhead ? "reversal" : "crossing"
      return output.rows.filter { $0.target == target }.compactMap { row -> DueForecast? in
        guard
          let outcome = record.crossed(behind, ahead, after: output.origin, within: row.horizon)
        else { return nil }
        return DueForecast(
          run: run, measure: output.measure, challenger: output.challenger,
          incumbent: output.incumbent, origin: output.origin, horizon: row.horizon,
          probability: row.value, outcome: outcome)
      }.sorted { $0.horizon < $1.horizon }
    }
  }
}
