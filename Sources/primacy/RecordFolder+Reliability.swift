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
    return try rows(Self.reliability, fields: 8) { fields -> ForecastRecord.Bin? in
      guard let horizon = Int(fields[2]), let resolved = Int(fields[3]),
        let low = Double(fields[4]), let index = BacktestScore.edges.firstIndex(of: low),
        bins.contains(index), let count = Int(fields[5]), let probability = Double(fields[6]),
        let occurred = Int(fields[7]), (0...count).contains(occurred), count > 0
      else { return nil }
      return ForecastRecord.Bin(
        measure: fields[0], model: fields[1], horizon: horizon, resolved: resolved, index: index,
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
