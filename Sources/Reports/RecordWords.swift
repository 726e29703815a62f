import Charts
public import Forecasting

/// What stands behind a forecast's probabilities, in words.
public struct RecordWords: Sendable {
  static let none = "No record of past forecasts stands behind these probabilities yet."

  private let skills: [(measure: String, skill: Double)]

  /// The years ahead of which a summary tells.
  private static let horizon = 20

  init(skills: [(measure: String, skill: Double)]) { self.skills = skills }

  /// - Parameters:
  ///   - forecaster: Who has the record.
  ///   - measures: Of which it is told; all of the forecaster's unless some are given.
  public init(_ forecaster: Forecaster, on measures: [Measure]? = nil) {
    skills = (measures ?? forecaster.options.measures).compactMap { measure in
      forecaster.skill(on: measure.name, at: Self.horizon).map { (measure.name, $0) }
    }
  }

  /// How much less error forecasts had than knowing only the gap, in a sentence for readers.
  public var summary: String {
    guard !skills.isEmpty else { return Self.none }
    let better = skills.map(\.skill).filter(Self.isBetter)
    let opening = "In tests on the past, forecasts \(Self.horizon) years ahead had"
    let gap = "less error than knowing only the gap"
    guard let low = better.min(), let high = better.max() else {
      return "\(opening) no \(gap) on \(Self.measures(0, of: skills))."
    }
    let (least, most) = (Percent(low).unbroken, Percent(high).unbroken)
    let range = least == most ? least : "\(least) to \(most)"
    let others = skills.count - better.count
    return "\(opening) \(range) \(gap) on \(Self.measures(better.count, of: skills))"
      + (others == 0
        ? "" : ", and no less on the other\(others == 1 ? "" : " \(Cardinal(others))")")
      + " (mean squared error of probabilities)."
  }

  /// How many of the measures, or the one by its name.
  private static func measures(
    _ count: Int, of skills: [(measure: String, skill: Double)]
  ) -> String {
    if skills.count == 1 {
      let name = skills[0].measure
      return Measure.catalogue.first { $0.name == name }?.title ?? name
    }
    if count == 0 { return "any of \(Cardinal(skills.count)) measures" }
    if count < skills.count { return "\(Cardinal(count)) of \(Cardinal(skills.count)) measures" }
    return count == 2 ? "both measures" : "all \(Cardinal(count)) measures"
  }

  private func every(_ separator: String, _ name: (String) -> String) -> String {
    guard !skills.isEmpty else { return Self.none }
    let better = skills.filter { Self.isBetter($0.skill) }
      .map { "\(name($0.measure)) \(Self.sign($0.skill))" }
    let others = skills.filter { !Self.isBetter($0.skill) }.map { name($0.measure) }
    let told =
      (better.isEmpty ? [] : [better.joined(separator: separator)])
      + (others.isEmpty ? [] : ["\(Self.noBetter) on \(others.joined(separator: separator))"])
    return "Record, skill of \(Self.horizon) years against knowing only the gap: "
      + told.joined(separator: "; ") + "."
  }

  /// For the foot of a picture: the skills by names that people read, or of many the range.
  public var brief: String {
    guard skills.count > 3 else { return every("; ", Measure.label(of:)) }
    let better = skills.map(\.skill).filter(Self.isBetter)
    let opening = "Skill of \(Self.horizon) years against knowing only the gap: "
    guard let low = better.min(), let high = better.max() else {
      return opening + "\(Self.noBetter) on any of \(Cardinal(skills.count)) measures."
    }
    let range = "\(Self.sign(low)) to \(Self.sign(high))"
    let others = skills.count - better.count
    return opening
      + (others == 0
        ? "\(range) on all \(Cardinal(skills.count)) measures."
        : "\(range) on \(Cardinal(better.count)) measures, none on \(Cardinal(others)).")
  }

  /// What is said of forecasts whose skill is not above zero.
  static let noBetter = "no better than knowing the gap"

  /// Whether a skill is above zero as far as it is printed.
  private static func isBetter(_ skill: Double) -> Bool { skill >= 0.005 }

  /// A skill with its sign, or a word where there is none.
  public static func sign(_ skill: Double) -> String {
    isBetter(skill) ? "+" + Numeral.fixed(skill, places: 2) : "none"
  }

  /// A measure's skills at several horizons, missing where nothing has resolved.
  static func told(_ skills: [Double?]) -> String {
    let known = skills.compactMap { $0 }
    if !known.isEmpty, !known.contains(where: isBetter) { return noBetter }
    return skills.map { $0.map(sign) ?? "-" }.joined(separator: " ")
  }

  /// What the columns of skill mean.
  public var explanation: String {
    guard !skills.isEmpty else { return Self.none }
    return "Skill: how much better past forecasts of 10, 20 and 30 years scored than knowing only "
      + "the gap;\nnone: \(Self.noBetter) (Brier score, final-vintage figures: "
      + "pseudo-out-of-sample)."
  }
}
