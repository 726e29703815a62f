/// A publisher's data set: who publishes it, under what terms, and which of its series are used.
public struct Source: Sendable {
  /// The terms under which figures may be passed on.
  public struct Licence: Hashable, Sendable {
    public let name: String
    public let title: String
    /// Where the terms stand.
    public let path: String
    /// Whether figures must be kept out of what is published.
    public var isRestricted = false
  }

  /// The name of its table, without the extension.
  public let name: String
  /// As provenance names it.
  public let publisher: String
  public let title: String
  public let homepage: String
  /// The edition that is embedded.
  public let edition: String
  public let licence: Licence
  public let citation: String
  /// The raw tables it is made from, as paths below the folder of raw tables.
  public let raw: [String]
  public let series: [SeriesRule]

  /// The name of its table among the embedded ones.
  public var table: String { "\(name).csv" }

  /// Every source whose table is embedded, in the order of their tables' names.
  public static let all: [Source] = [
    maddison, nationalMaterialCapabilities, penn, unitedNations, worldBank,
  ]

  /// The sources whose tables a folder may have beside the embedded ones.
  public static let optional: [Source] = [internationalMonetaryFund, sipri]

  /// The embedded and the optional sources.
  public static let known: [Source] = all + optional
}

extension Source.Licence {
  static let creativeCommons4 = Self(
    name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0",
    path: "https://creativecommons.org/licenses/by/4.0/")
}
