/// What the revision of one series, or of one power's figures, does to a probability by itself.
///
/// The earlier figures are kept but for these, and the forecast is made again; causes that act
/// together do not add up to the whole.
public struct MoveCause: Hashable, Codable, Sendable {
  /// What was revised.
  public enum Subject: Hashable, Codable, Sendable {
    /// A source's series, such as `world-bank NY.GDP.MKTP.CD`.
    case series(String)
    /// A power's code.
    case power(String)
  }

  public let subject: Subject
  /// How many of its figures were revised, added or withdrawn.
  public let figures: Int
  /// The measure and the year of the probability that it moves most.
  public let measure: String
  public let year: Int
  /// By how much it moves that probability.
  public let effect: Double

  public init(subject: Subject, figures: Int, measure: String, year: Int, effect: Double) {
    self.subject = subject
    self.figures = figures
    self.measure = measure
    self.year = year
    self.effect = effect
  }

  /// As people name it.
  public var name: String {
    switch subject {
    case .series(let name), .power(let name): name
    }
  }
}
