import Forecasting
import Panels

/// Where numbers come from: publishers with their editions, and the checksum of the data.
struct SourceCredits: Equatable, Sendable {
  /// Publishers and editions, each once.
  let sources: [String]
  let checksum: String

  init(_ sources: [String], checksum: String) {
    self.sources = sources
    self.checksum = checksum
  }

  /// Collects the sources of the indicators from which some measures were computed.
  init(of measures: [Measure], in data: DataSet) {
    let panels = measures.flatMap(\.formula.indicators).compactMap { data[$0] }
    self.init(
      panels.flatMap(\.sources).reduce(into: []) { all, source in
        if !all.contains(source) { all.append(source) }
      }, checksum: data.checksum)
  }

  /// The sources, the editions of one publisher together.
  var publishers: [String] {
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

  /// The last line of a chart that shows no futures.
  var line: String { "Sources: \(publishers.joined(separator: ", ")), data \(shortChecksum)." }

  /// The same for what is known of pairs, whose publishers are named by a chart itself.
  static func line(_ publishers: String, _ data: DataSet) -> String {
    "Sources: \(publishers), data \(SourceCredits([], checksum: data.checksum).shortChecksum)."
  }
}
