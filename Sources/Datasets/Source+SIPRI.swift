extension Source {
  /// Military spending; read from the user's own copy, because it may not be passed on.
  public static let sipri = Source(
    name: "sipri", publisher: "SIPRI",
    title: "SIPRI Military Expenditure Database",
    homepage: "https://www.sipri.org/databases/milex",
    edition: "none",
    licence: Licence(
      name: "SIPRI", title: "SIPRI terms: attribution, not commercial, not to be republished whole",
      path: "https://www.sipri.org/about/terms-and-conditions", isRestricted: true),
    citation: "Stockholm International Peace Research Institute, SIPRI Military Expenditure "
      + "Database.",
    raw: [],
    series: [
      SeriesRule("share-of-gdp", unit: "share of GDP", .zeroOrMore),
      SeriesRule("current-usd", unit: "million current US $", .zeroOrMore),
      SeriesRule("constant-usd", unit: "million US $ at constant prices", .zeroOrMore),
    ])
}
