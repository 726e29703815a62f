public import Panels

/// A question that history has answered, asked again with what was known then.
public struct GreatTest: Equatable, Sendable {
  /// The last year known.
  public let origin: Int
  public let challenger: Power
  public let incumbent: Power
  /// What made people ask, in a sentence.
  let occasion: String

  /// A short name, unlike any other test's.
  public var name: String {
    "\(origin)-\(challenger.code.lowercased())-\(incumbent.code.lowercased())"
  }

  /// The overtakings that were feared or promised most, in order of time.
  public static let all = [
    GreatTest(
      origin: 1900, challenger: "DEU", incumbent: "GBR",
      occasion: "German industry had outgrown British for a generation, and a fleet was laid down."
    ),
    GreatTest(
      origin: 1938, challenger: "DEU", incumbent: "GBR",
      occasion: "Germany had rearmed its way out of the slump, and Britain began to."),
    GreatTest(
      origin: 1960, challenger: "SUN", incumbent: "USA",
      occasion: "Khrushchev had promised to overtake America around 1970; "
        + "Nixon saw no possibility of it in the century."),
    GreatTest(
      origin: 1975, challenger: "SUN", incumbent: "USA",
      occasion: "The West was in recession, and Samuelson’s textbook still drew the Soviet line "
        + "above the American early in the next century."),
    GreatTest(
      origin: 1990, challenger: "JPN", incumbent: "USA",
      occasion: "Kahn had seen Japan largest around 2000, and books told of the coming Japanese "
        + "century."),
    GreatTest(
      origin: 2003, challenger: "CHN", incumbent: "USA",
      occasion: "Goldman Sachs dated the crossing at market rates to about 2040."),
    GreatTest(
      origin: 2010, challenger: "CHN", incumbent: "USA",
      occasion: "Within a year the Economist said 2019, Standard Chartered 2020 and "
        + "Goldman Sachs 2027."),
  ]
}
