import Datasets
import Forecasting
import Foundation
import Reports

/// The stored record: `skill.csv`, `base-rate.csv`, `stack.csv` and `reliability.csv` in a folder
/// such as `datasets/record`.
struct RecordFolder {
  let path: String

  init(_ path: String) { self.path = path }

  /// What is stored; nothing where the folder does not exist.
  func read() throws -> ForecastRecord? {
    guard FileManager.default.fileExists(atPath: "\(path)/skill.csv") else { return nil }
    let sums = try rows("skill.csv", fields: 7) { row -> ForecastRecord.Sum? in
      guard let horizon = row.whole(2), let origin = row.whole(3), let pairs = row.whole(4),
        let brier = row.number(5), let base = row.number(6)
      else { return nil }
      return ForecastRecord.Sum(
        measure: row.text(0), model: row.text(1), horizon: horizon, origin: origin, pairs: pairs,
        brier: brier, baseRate: base)
    }
    let lines = try rows("base-rate.csv", fields: 5) { row -> ForecastRecord.Line? in
      guard let horizon = row.whole(1), let origin = row.whole(2),
        let constant = row.number(3), let slope = row.number(4)
      else { return nil }
      return ForecastRecord.Line(
        measure: row.text(0), horizon: horizon, origin: origin,
        line: LogitLine(constant: constant, slope: slope))
    }
    return ForecastRecord(sums: sums, lines: lines, weights: try weights(), bins: try bins())
  }

  /// The stack's weights; none where the record was made without it.
  private func weights() throws -> [ForecastRecord.Weights] {
    guard FileManager.default.fileExists(atPath: "\(path)/stack.csv") else { return [] }
    let columns = Self.weightColumns
    return try rows("stack.csv", fields: 2 + columns.count) { row -> ForecastRecord.Weights? in
      let numbers = columns.indices.compactMap { row.number(2 + $0) }
      guard let origin = row.whole(1), numbers.count == columns.count,
        numbers.allSatisfy({ $0 >= 0 })
      else { return nil }
      let values = Array(numbers.prefix(StackWeights.names.count))
      let levels = Array(numbers.suffix(StackWeights.members.count))
      guard values.contains(where: { $0 > 0 }), levels.contains(where: { $0 > 0 }) else {
        return nil
      }
      return ForecastRecord.Weights(
        measure: row.text(0), origin: origin, weights: StackWeights(values, levels: levels))
    }
  }

  /// The weights of events, then those of levels.
  private static let weightColumns =
    StackWeights.names + StackWeights.members.map { "levels.\($0.rawValue)" }

  /// Replaces one measure's rows, of the models that ran, and leaves all others.
  func merge(_ entry: ForecastRecord, measure: String) throws {
    let stored = try read()
    let models = Set(entry.sums.map(\.model))
    let kept = stored?.sums.filter { $0.measure != measure || !models.contains($0.model) } ?? []
    let sums = kept + entry.sums
    let lines = (stored?.lines.filter { $0.measure != measure } ?? []) + entry.lines
    var skill = Table(
      "record",
      columns: ["measure", "model", "horizon", "origin", "pairs", "brier_sum", "base_rate_sum"])
    for sum in sums.sorted(by: Self.precedes) {
      skill.append([
        .text(sum.measure), .text(sum.model), .year(sum.horizon), .year(sum.origin),
        .year(sum.pairs), .number(rounded(sum.brier)), .number(rounded(sum.baseRate)),
      ])
    }
    var base = Table("record", columns: ["measure", "horizon", "origin", "constant", "slope"])
    for line in lines.sorted(by: { $0.measure < $1.measure }) {
      base.append([
        .text(line.measure), .year(line.horizon), .year(line.origin),
        .number(rounded(line.line.constant)), .number(rounded(line.line.slope)),
      ])
    }
    let isStacked = !entry.weights.isEmpty
    let others = stored?.weights.filter { $0.measure != measure || !isStacked } ?? []
    let weights = others + entry.weights
    var stack = Table("record", columns: ["measure", "origin"] + Self.weightColumns)
    for row in weights.sorted(by: { ($0.measure, $0.origin) < ($1.measure, $1.origin) }) {
      let weights = parts(row.weights.values) + parts(row.weights.levels)
      stack.append([.text(row.measure), .year(row.origin)] + weights.map { .number($0) })
    }
    let folder = try OutputFolder(path)
    try folder.write(skill.rendered(as: .csv), to: "skill.csv")
    try folder.write(base.rendered(as: .csv), to: "base-rate.csv")
    try folder.write(stack.rendered(as: .csv), to: "stack.csv")
    let bins = stored?.bins.filter { $0.measure != measure || !isStacked } ?? []
    try folder.write(table(of: bins + entry.bins).rendered(as: .csv), to: Self.reliability)
  }

  private static func precedes(_ one: ForecastRecord.Sum, _ other: ForecastRecord.Sum) -> Bool {
    (one.measure, one.model, one.horizon, one.origin)
      < (other.measure, other.model, other.horizon, other.origin)
  }

  /// The rows of a table below its first line.
  func rows<Row>(
    _ name: String, fields count: Int, _ row: (RecordRow) -> Row?
  ) throws -> [Row] {
    let file = "\(path)/\(name)"
    guard let contents = FileManager.default.contents(atPath: file) else {
      throw Failure("\(file) cannot be read.", .badData)
    }
    let bytes = [UInt8](contents)
    var scanner = FieldScanner(bytes.span)
    var rows: [Row] = []
    do throws(FieldScanner.Failure) {
      var isHeading = true
      while try scanner.advance(in: bytes.span) {
        defer { isHeading = false }
        if isHeading { continue }
        let record = RecordRow(bytes, scanner)
        guard record.count == count, let found = row(record) else {
          throw .invalidText
        }
        rows.append(found)
      }
      return rows
    } catch {
      throw Failure(
        "\(file), line \(scanner.line): this is not a record of \(count) fields.", .badData)
    }
  }

  /// Parts of one, rounded so that they still are: then what is read back and written is the same.
  private func parts(_ values: [Double]) -> [Double] {
    let rest = values.dropFirst().map(rounded)
    return [max(0, rounded(1 - rest.reduce(0, +)))] + rest
  }

  func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
