public import Panels

extension Scenario {
  /// Reads a scenario from YAML.
  ///
  /// - Parameters:
  ///   - text: The file's text; the article Scenarios says what may stand in it.
  ///   - file: By which defects name it.
  ///   - data: Knows the powers, coalitions and indicators that may be named.
  ///   - origin: The last year known; a scenario speaks of later ones.
  /// - Throws: The first defect, with its line.
  public init(
    reading text: String, file: String, data: DataSet, origin: Int
  ) throws(ScenarioDefect) {
    let root = try ScenarioNode(text, file: file)
    let fields = try root.fields(
      "a scenario", required: ["name"],
      optional: ["sentence", "description", "source", "deviations"])
    func words(_ key: String) throws(ScenarioDefect) -> String {
      guard let node = fields[key] else { return "" }
      let text = try node.text("the \(key)")
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let name = try words("name")
    guard !name.isEmpty else { throw root.defect("the scenario's name is empty") }
    let reader = DeviationReader(data: data, origin: origin)
    var deviations: [Deviation] = []
    if let list = fields["deviations"] {
      guard list.isList else {
        throw list.defect("deviations are a list: begin each with a dash, or write [] for none")
      }
      for element in list.elements { deviations.append(try reader.deviation(element)) }
    }
    self.init(
      name: name, sentence: try words("sentence"), description: try words("description"),
      source: try words("source"), deviations: deviations)
  }
}
