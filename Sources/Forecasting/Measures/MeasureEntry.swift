import Panels
import Yams

/// One measure of a file as it is written.
struct MeasureEntry {
  /// A text and the line it stands on.
  struct Field {
    let text: String
    let line: Int
  }

  /// How the measure is computed.
  enum Recipe {
    case formula(Field)
    case weights([(name: Field, weight: Double)])
  }

  private static let keys = ["name", "title", "unit", "formula", "weights", "source"]

  let name: Field
  let title: String?
  let unit: String?
  let source: String?
  let recipe: Recipe

  init(_ node: Node) throws(MeasureFileError) {
    guard let mapping = node.mapping else { throw MeasureFileError(at: node, .notMapping) }
    for key in mapping.keys where !Self.keys.contains(key.string ?? "") {
      let name = key.string ?? ""
      throw MeasureFileError(
        at: key, .unknownKey(name, nearest: NearestNames.names(to: name, among: Self.keys)))
    }
    func field(_ key: String) throws(MeasureFileError) -> Field? {
      guard let value = mapping[key] else { return nil }
      guard let scalar = value.scalar, !scalar.string.isEmpty else {
        throw MeasureFileError(at: value, .notText(key))
      }
      return Field(text: scalar.string, line: value.mark?.line ?? 1)
    }
    guard let name = try field("name") else {
      throw MeasureFileError(at: node, .missingKey("name"))
    }
    let isName = name.text.wholeMatch(of: /[a-z_][a-z0-9_.]*/) != nil
    guard isName else {
      throw MeasureFileError(line: name.line, problem: .badName(name.text))
    }
    self.name = name
    title = try field("title")?.text
    unit = try field("unit")?.text
    source = try field("source")?.text
    switch (try field("formula"), mapping["weights"]) {
    case (let formula?, nil): recipe = .formula(formula)
    case (nil, let weights?): recipe = .weights(try Self.weights(weights))
    case (nil, nil):
      throw MeasureFileError(line: name.line, problem: .missingKey("formula"))
    case (_?, _?):
      throw MeasureFileError(line: name.line, problem: .formulaAndWeights(name.text))
    }
  }

  func error(_ problem: MeasureFileError.Problem) -> MeasureFileError {
    MeasureFileError(line: name.line, problem: problem)
  }

  private static func weights(
    _ node: Node
  ) throws(MeasureFileError) -> [(name: Field, weight: Double)] {
    guard let mapping = node.mapping, !mapping.isEmpty else {
      throw MeasureFileError(at: node, .notWeights)
    }
    var weights: [(name: Field, weight: Double)] = []
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard let weight = value.string.flatMap(Double.init), weight.isFinite else {
        throw MeasureFileError(at: value, .weightNotNumber(name, value.string ?? "a list"))
      }
      guard weight >= 0 else { throw MeasureFileError(at: value, .negativeWeight(name, weight)) }
      weights.append((Field(text: name, line: key.mark?.line ?? 1), weight))
    }
    guard weights.contains(where: { $0.weight > 0 }) else {
      throw MeasureFileError(at: node, .noWeight)
    }
    return weights
  }
}
