/// A state of the world to argue with: what in it deviates from the baseline.
public struct Scenario: Hashable, Sendable {
  /// By which people choose it, such as `strong-yuan`.
  public let name: String
  /// What it supposes, in one sentence.
  public let sentence: String
  /// What it is meant for, and how its numbers were chosen.
  public let description: String
  /// Who argued so, or from which figures the numbers come.
  public let source: String
  /// In order: a path is laid on what the deviations before it left.
  public let deviations: [Deviation]

  public init(
    name: String, sentence: String = "", description: String = "", source: String = "",
    deviations: [Deviation]
  ) {
    self.name = name
    self.sentence = sentence
    self.description = description
    self.source = source
    self.deviations = deviations
  }

  /// Several scenarios as one, their deviations one after another.
  ///
  /// - Precondition: At least one scenario.
  public init(combining parts: [Scenario]) {
    precondition(!parts.isEmpty, "a combination has a part")
    func joined(_ texts: [String], _ separator: String) -> String {
      texts.filter { !$0.isEmpty }.joined(separator: separator)
    }
    self.init(
      name: joined(parts.map(\.name), "+"), sentence: joined(parts.map(\.sentence), " "),
      description: joined(parts.map(\.description), "\n"),
      source: joined(parts.map(\.source), "; "), deviations: parts.flatMap(\.deviations))
  }
}
