import ArgumentParser
import Balancing
import Forecasting
import Panels

/// The options by which threats are rated.
struct ThreatOptions: ParsableArguments {
  /// How power fades with distance.
  enum Gradient: String, ExpressibleByArgument, CaseIterable {
    case none
    case exponential
    case buenoDeMesquita = "bueno-de-mesquita"
  }

  @Option(
    help: ArgumentHelp(
      "The measure or indicator of aggregate power; the index of national capability by default.",
      valueName: "name"))
  var measure: String?

  @Option(
    help: ArgumentHelp(
      "The measure of military spending; that of the Correlates of War project where it covers "
        + "the year, else milex.mer.", valueName: "name"))
  var spending: String?

  @Option(
    help: ArgumentHelp(
      "Weights other than power=0.5,proximity=1,offense=0.5,disputes=1,ideals=1.",
      valueName: "weights"))
  var weights: String?

  @OptionGroup var own: MeasureOptions

  @Option(help: "How power fades with distance: none, exponential or bueno-de-mesquita.")
  var gradient = Gradient.exponential

  @Option(
    help: ArgumentHelp(
      "The distance at which a third of power remains, with exponential.", valueName: "km"))
  var length = 3000.0

  @Flag(help: "Let the last year of a source that ends earlier stand for later years.")
  var carry = false

  func validate() throws {
    guard length.isFinite, length > 0 else {
      throw ValidationError("--length must be a positive number of kilometres.")
    }
    _ = try parsedWeights()
  }

  func options() throws -> ThreatField.Options {
    var options = ThreatField.Options()
    options.weights = try parsedWeights()
    options.carries = carry
    options.gradient =
      switch gradient {
      case .none: .none
      case .exponential: .exponential(kilometres: length)
      case .buenoDeMesquita: .buenoDeMesquita
      }
    return options
  }

  /// The measure of power.
  func power(in figures: DataSet) throws -> Measure {
    if let measure { return try own.book(for: figures).measure(named: measure, in: figures) }
    return ThreatField.standardPower(in: figures)
  }

  /// The measure of spending that covers a year and the five before.
  func spending(in figures: DataSet, year: Int) throws -> Measure {
    if let spending { return try own.book(for: figures).measure(named: spending, in: figures) }
    return ThreatField.standardSpending(in: figures, year: carry ? .min : year)
  }

  private func parsedWeights() throws -> ThreatWeights {
    var weights = ThreatWeights()
    for text in names(in: self.weights ?? "") {
      let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let known = ThreatWeights.Part.allCases.map(\.rawValue)
      guard let part = ThreatWeights.Part(rawValue: sides[0]) else {
        throw ValidationError(
          "A weight is of \(known.joined(separator: ", ")), and \"\(sides[0])\" is none of them.")
      }
      guard sides.count == 2, let value = Double(sides[1]), value.isFinite, value >= 0 else {
        throw ValidationError(
          "A weight is a number from 0, as in \(part.rawValue)=2, and \"\(text)\" is not.")
      }
      weights[part] = value
    }
    guard weights.hasAny else { throw ValidationError("One of the weights must be above 0.") }
    return weights
  }
}
