/// What is wrong with a scenario's file, and where.
public struct ScenarioDefect: Error, Hashable, Sendable {
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// What was found and what was expected, without a full stop.
  public let problem: String

  public init(file: String, line: Int, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

extension ScenarioDefect: CustomStringConvertible {
  public var description: String { "\(file), line \(line): \(problem)" }
}
