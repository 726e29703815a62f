import Forecasting
import Foundation
import Reports

extension RecordFolder {
  /// The file of how often forecasts came true, by probability.
  static let reliability = "reliability.csv"

  /// Reads the bins; none where the record was made without them.
  func bins() throws -> [ForecastRecord.Bin] {
    guard FileManager.default.fileExists(atPath: "\(path)/\(Self.reliability)") else { return [] }
    let bins = BacktestScore.edges.indices.dropLast()
    return try rows(Self.reliability, fields: 8) { row -> ForecastRecord.Bin? in
      guard let horizon = row.whole(2), let resolved = row.whole(3),
        let low = row.number(4), let index = BacktestScore.edges.firstIndex(of: low),
        bins.contains(index), let count = row.whole(5), let probability = row.number(6),
        let occurred = row.whole(7), (0...count).contains(occurred), count > 0
      else { return nil }
      return ForecastRecord.Bin(
        measure: row.text(0), model: row.text(1), horizon: horizon, resolved: resolved,
        index: index,
        count: count, probability: probability, occurred: occurred)
    }
  }

  func table(of bins: [ForecastRecord.Bin]) -> Table {
    var table = Table(
      "record",
      columns: [
        "measure", "model", "horizon", "resolved", "low", "pairs", "probability_sum", "occurred",
      ])
    for bin in bins.sorted(by: precedes) {
      table.append([
        .text(bin.measure), .text(bin.model), .year(bin.horizon), .year(bin.resolved),
        .number(BacktestScore.edges[bin.index]), .year(bin.count),
        .number(rounded(bin.probability)), .year(bin.occurred),
      ])
    }
    return table
  }

  private func precedes(_ one: ForecastRecord.Bin, _ other: ForecastRecord.Bin) -> Bool {
    (one.measure, one.model, one.horizon, one.resolved, one.index)
      < (other.measure, other.model, other.horizon, other.resolved, other.index)
  }
}
