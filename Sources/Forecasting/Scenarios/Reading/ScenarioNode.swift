import Panels
import Yams

/// A place in a scenario's file: a value, and where it stands.
struct ScenarioNode {
  let file: String
  let node: Node

  /// Reads the text of a file.
  ///
  /// - Throws: Where it is no YAML.
  init(_ text: String, file: String) throws(ScenarioDefect) {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw ScenarioDefect(file: file, line: 1, problem: "the file is empty")
      }
      self.init(file: file, node: node)
    } catch let defect as ScenarioDefect {
      throw defect
    } catch YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _)
    {
      throw ScenarioDefect(file: file, line: mark.line, problem: "this is no YAML (\(problem))")
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      throw ScenarioDefect(
        file: file, line: context.mark.line,
        problem: "the key \(keys.map { "\($0)" }.joined(separator: ", ")) stands here twice")
    } catch {
      throw ScenarioDefect(file: file, line: 1, problem: "this is no YAML")
    }
  }

  init(file: String, node: Node) {
    self.file = file
    self.node = node
  }

  private func at(_ node: Node) -> ScenarioNode { ScenarioNode(file: file, node: node) }

  var line: Int { node.mark?.line ?? 1 }

  func defect(_ problem: String) -> ScenarioDefect {
    ScenarioDefect(file: file, line: line, problem: problem)
  }

  /// The text of a single value.
  func text(_ what: String) throws(ScenarioDefect) -> String {
    guard let scalar else { throw defect("\(what) is a single value, not a list or a map") }
    return scalar
  }

  /// The text, where it is a single value.
  var scalar: String? {
    guard case .scalar(let scalar) = node else { return nil }
    return scalar.string
  }

  var isList: Bool {
    if case .sequence = node { true } else { false }
  }

  /// Whether nothing is said: it is missing, and so it is free.
  var isFree: Bool { ["", "~", "null", "free"].contains(scalar ?? "?") }

  /// The elements of a list; a single value is a list of one.
  var elements: [ScenarioNode] {
    guard case .sequence(let sequence) = node else { return [self] }
    return sequence.map(at)
  }

  /// The keys and values of a map, in their order.
  func pairs(_ what: String) throws(ScenarioDefect) -> [(key: ScenarioNode, value: ScenarioNode)] {
    guard case .mapping(let mapping) = node else { throw defect("\(what) is a map of keys") }
    return mapping.map { (at($0.key), at($0.value)) }
  }

  /// The values of a map by key, every key a known one.
  ///
  /// - Throws: An unknown key with the nearest known one, or a required one that is missing.
  func fields(
    _ what: String, required: [String], optional: [String] = []
  ) throws(ScenarioDefect) -> [String: ScenarioNode] {
    var fields: [String: ScenarioNode] = [:]
    for (key, value) in try pairs(what) {
      let name = try key.text("a key")
      guard (required + optional).contains(name) else {
        throw key.unknown("key", name, among: required + optional, of: what)
      }
      fields[name] = value
    }
    if let missing = required.first(where: { fields[$0] == nil }) {
      throw defect("\(what) needs the key \"\(missing)\"")
    }
    return fields
  }

  /// A name that is none of the known ones.
  func unknown(
    _ kind: String, _ name: String, among known: [String], of what: String
  ) -> ScenarioDefect {
    let nearest = NearestNames.names(to: name, among: known)
    let hint =
      nearest.isEmpty
      ? "expected \(known.joined(separator: ", "))"
      : "did you mean \(nearest.joined(separator: ", "))?"
    return defect("\(what) has no \(kind) \"\(name)\": \(hint)")
  }
}
