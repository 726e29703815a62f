extension Source {
  /// Populations: estimates, the medium projection, and its prediction intervals.
  public static let unitedNations = Source(
    name: "un-wpp", publisher: "UN WPP",
    title: "World Population Prospects 2024",
    homepage: "https://population.un.org/wpp/",
    edition: "2024",
    licence: Licence(
      name: "CC-BY-3.0-IGO", title: "Creative Commons Attribution 3.0 IGO",
      path: "https://creativecommons.org/licenses/by/3.0/igo/"),
    citation: "United Nations, Department of Economic and Social Affairs, Population Division "
      + "(2024), World Population Prospects 2024.",
    raw: ["un_wpp/population.csv", "un_wpp/projection_bounds.csv"],
    series: [
      SeriesRule("pop_total", unit: "persons on 1 July", .positive),
      SeriesRule("pop_15_64", unit: "persons of 15 to 64 years on 1 July", .positive),
      SeriesRule("pop_80l", unit: "persons, lower end of the 80 % interval", .zeroOrMore),
      SeriesRule("pop_80u", unit: "persons, upper end of the 80 % interval", .positive),
      SeriesRule("pop_95l", unit: "persons, lower end of the 95 % interval", .zeroOrMore),
      SeriesRule("pop_95u", unit: "persons, upper end of the 95 % interval", .positive),
    ])
}
