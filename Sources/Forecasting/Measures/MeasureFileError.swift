import Yams

/// Where and why a file of measures cannot be read.
public struct MeasureFileError: Error, Equatable, Sendable {
  public enum Problem: Equatable, Sendable {
    /// The text is not YAML.
    case notYAML(String)
    case noMeasures
    case notMapping
    case unknownKey(String, nearest: [String])
    case missingKey(String)
    case notText(String)
    case badName(String)
    /// The catalogue or the data have the name.
    case nameTaken(String)
    case nameTwice(String)
    case formulaAndWeights(String)
    case notWeights
    case noWeight
    case negativeWeight(String, Double)
    case weightNotNumber(String, String)
    case weight(FormulaProblem)
    case formula(FormulaError)
  }

  public let line: Int
  public let problem: Problem

  init(line: Int, problem: Problem) {
    self.line = line
    self.problem = problem
  }

  init(at node: Node, _ problem: Problem) {
    self.init(line: node.mark?.line ?? 1, problem: problem)
  }

  /// What the reader of YAML says.
  init(yaml error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, problem: .notYAML(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        line: context.mark.line,
        problem: .notYAML("a key stands twice: \(keys.map { "\($0)" }.joined(separator: ", "))"))
    default:
      self.init(line: 1, problem: .notYAML("it cannot be read"))
    }
  }
}

extension MeasureFileError: CustomStringConvertible {
  public var description: String { "line \(line): \(problem)" }
}

extension MeasureFileError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notYAML(let problem): "this is not YAML: \(problem)"
    case .noMeasures: "there is no list of measures; begin with \"measures:\" and \"- name: …\""
    case .notMapping: "a measure is written as keys and values, as in \"name: reach\""
    case .unknownKey(let key, let nearest):
      "\"\(key)\" is not a key\(FormulaProblem.suggestion(nearest))"
    case .missingKey(let key): "the measure has no \(key)"
    case .notText(let key): "\(key) must be a text on one value, not empty and not a list"
    case .badName(let name):
      "\"\(name)\" is no name: use a-z, 0-9, dots and underscores, beginning with a letter"
    case .nameTaken(let name): "\(name) is already the name of a measure or an indicator"
    case .nameTwice(let name): "\(name) is defined twice"
    case .formulaAndWeights(let name): "\(name) has a formula and weights; give one of them"
    case .notWeights: "weights are written as \"measure: number\""
    case .noWeight: "all weights are zero"
    case .negativeWeight(let name, let weight):
      "the weight of \(name) is \(FormulaText.number(weight)), and weights are not negative"
    case .weightNotNumber(let name, let text):
      "the weight of \(name) must be a number, not \"\(text)\""
    case .weight(let problem): "\(problem)"
    case .formula(let error): "\(error)"
    }
  }
}
