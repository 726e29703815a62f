/// The figures of one source as a folder like `datasets/` has them.
public struct SourceTable: Sendable {
  public let source: Source
  public let edition: String
  /// Editions of single series that differ from that of the table.
  public let seriesEditions: [String: String]
  /// By code, series and year.
  public let figures: [Figure]

  public init(
    source: Source, edition: String, seriesEditions: [String: String] = [:], figures: [Figure]
  ) {
    self.source = source
    self.edition = edition
    self.seriesEditions = seriesEditions.filter { $0.value != edition }
    self.figures = figures.sorted()
  }

  /// The edition of one series.
  public func edition(of series: String) -> String { seriesEditions[series] ?? edition }
}

extension SourceTable {
  /// The table with some series in place of its own.
  ///
  /// - Parameters:
  ///   - series: The series that are replaced, whole.
  ///   - figures: Their figures.
  ///   - newer: Their edition.
  /// - Returns: The other series as they are, and these.
  public func replacing(
    _ series: [String], with figures: [Figure], edition newer: String
  ) -> SourceTable {
    let replaced = Set(series)
    let kept = self.figures.filter { !replaced.contains($0.series) }
    let others = Set(kept.map(\.series))
    var editions = Dictionary(uniqueKeysWithValues: others.map { ($0, edition(of: $0)) })
    for name in series { editions[name] = newer }
    let own = others.isEmpty ? newer : edition
    return SourceTable(
      source: source, edition: own, seriesEditions: editions, figures: kept + figures)
  }
}
