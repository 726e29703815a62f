extension Source {
  /// Output, growth and population with the Fund's own projections; not passed on.
  ///
  /// A series has two names: the Fund's for the years before its edition, and the same with
  /// `-projected` for the years that the edition estimates or projects.
  public static let internationalMonetaryFund = Source(
    name: "imf", publisher: "IMF WEO",
    title: "World Economic Outlook",
    homepage: "https://www.imf.org/external/datamapper",
    edition: "none",
    licence: Licence(
      name: "IMF", title: "IMF copyright and usage terms",
      path: "https://www.imf.org/en/About/copyright-and-terms", isRestricted: true),
    citation: "International Monetary Fund, World Economic Outlook, through the DataMapper.",
    raw: [],
    series: [
      ("NGDPD", "billion current US $", SeriesRule.Bounds.positive),
      ("PPPGDP", "billion current international $", .positive),
      ("NGDP_RPCH", "% growth of real GDP", .growth),
      ("LP", "million persons", .positive),
    ].flatMap { name, unit, bounds in
      [
        SeriesRule(name, unit: unit, bounds),
        SeriesRule(name + projected, unit: unit + ", projected", bounds),
      ]
    })

  /// What the name of a series ends with in the years that are projected.
  public static let projected = "-projected"
}
