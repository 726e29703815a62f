public import Panels
import Yams

/// Measures of one's own, as a YAML file states them.
///
///     measures:
///       - name: reach
///         title: military reach
///         unit: weighted mean of world shares
///         formula: 0.6 * share(stock(milex.mppp, 0.08)) + 0.4 * share(military_personnel)
///       - name: blend
///         weights: { gdp.mer: 1, gdp.ppp: 1 }
///
/// A measure has either a formula or weights, which are scaled to add up to one and taken over
/// shares. A formula may name indicators, the catalogue's measures and the file's own.
public struct MeasureFile: Sendable {
  /// In the order of the file.
  public let measures: [Measure]

  /// Reads the measures of a file.
  ///
  /// - Parameters:
  ///   - text: What the file holds.
  ///   - catalogue: The measures that formulas may name.
  ///   - indicators: The indicators that formulas may name.
  /// - Throws: The first thing that is wrong, and its line.
  public init(
    _ text: String, catalogue: [Measure] = Measure.catalogue,
    indicators: [Indicator] = Indicator.catalogue
  ) throws(MeasureFileError) {
    let entries = try Self.entries(of: text)
    let taken = Set(catalogue.map(\.name) + indicators.map(\.name))
    var seen: Set<String> = []
    for entry in entries {
      let name = entry.name.text
      if taken.contains(name) { throw entry.error(.nameTaken(name)) }
      guard seen.insert(name).inserted else { throw entry.error(.nameTwice(name)) }
    }
    let reader = MeasureReader(entries: entries, catalogue: catalogue, indicators: indicators)
    var measures: [Measure] = []
    for entry in entries { measures.append(try reader.measure(of: entry, after: [])) }
    self.measures = measures
  }

  private static func entries(of text: String) throws(MeasureFileError) -> [MeasureEntry] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw MeasureFileError(yaml: error)
    }
    let list = try root.map { node throws(MeasureFileError) -> Node in
      guard let mapping = node.mapping else { return node }
      for key in mapping.keys where key.string != "measures" {
        throw MeasureFileError(
          at: key, .unknownKey(key.string ?? "", nearest: ["measures"]))
      }
      return mapping["measures"] ?? node
    }
    guard let list, let nodes = list.sequence, !nodes.isEmpty else {
      throw MeasureFileError(line: list?.mark?.line ?? 1, problem: .noMeasures)
    }
    var entries: [MeasureEntry] = []
    for node in nodes { entries.append(try MeasureEntry(node)) }
    return entries
  }
}
