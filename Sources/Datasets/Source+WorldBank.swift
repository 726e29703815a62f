extension Source {
  /// Gross domestic product and the share of it that is spent on the military.
  public static let worldBank = Source(
    name: "world-bank", publisher: "World Bank",
    title: "World Development Indicators",
    homepage: "https://datacatalog.worldbank.org/search/dataset/0037712",
    edition: "2026-07", licence: .creativeCommons4,
    citation: "World Bank, World Development Indicators, update of July 2026; military "
      + "expenditure from the Stockholm International Peace Research Institute.",
    raw: ["world_bank/output.csv", "world_bank/military.csv"],
    series: [
      SeriesRule("NY.GDP.MKTP.CD", unit: "current US $", .positive),
      SeriesRule(
        "NY.GDP.MKTP.PP.KD", unit: "constant 2021 international $", .positive, edition: "2026-02"),
      SeriesRule("NY.GDP.MKTP.KD.ZG", unit: "% growth of real GDP", .growth),
      SeriesRule("PA.NUS.FCRF", unit: "local currency per US $, mean of the year", .positive),
      SeriesRule("MS.MIL.XPND.GD.ZS", unit: "% of GDP", .percent(upTo: 150)),
    ])
}
