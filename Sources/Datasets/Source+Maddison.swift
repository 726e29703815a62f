extension Source {
  /// Output per head and population over the long run.
  public static let maddison = Source(
    name: "maddison", publisher: "Maddison Project",
    title: "Maddison Project Database 2023",
    homepage: "https://www.rug.nl/ggdc/historicaldevelopment/maddison/",
    edition: "2023", licence: .creativeCommons4,
    citation: "Bolt, J. and J. L. van Zanden (2024), Maddison-style estimates of the evolution "
      + "of the world economy: a new 2023 update, Journal of Economic Surveys, "
      + "doi:10.1111/joes.12618.",
    raw: ["maddison/mpd2023.csv"],
    series: [
      SeriesRule("gdppc", unit: "2011 international $ per head", .positive),
      SeriesRule("pop", unit: "thousand persons", .positive),
    ])
}
