extension Source {
  /// The six components of national capability, and the index made of them.
  public static let nationalMaterialCapabilities = Source(
    name: "nmc", publisher: "Correlates of War NMC",
    title: "National Material Capabilities 7.0",
    homepage: "https://correlatesofwar.org/data-sets/national-material-capabilities/",
    edition: "7.0",
    licence: Licence(
      name: "COW", title: "Free for research with citation (Correlates of War Project)",
      path: "https://correlatesofwar.org/data-sets/"),
    citation: "Singer, J. D., S. Bremer and J. Stuckey (1972), Capability Distribution, "
      + "Uncertainty, and Major Power War, 1820-1965, in B. Russett (ed.), Peace, War, and "
      + "Numbers, Sage, 19-48; National Material Capabilities, version 7.0.",
    raw: ["cow/nmc.csv"],
    series: [
      SeriesRule("milex", unit: "thousand current £ to 1913, US $ from 1914", .zeroOrMore),
      SeriesRule("milper", unit: "thousand persons", .zeroOrMore),
      SeriesRule("irst", unit: "thousand tons", .zeroOrMore),
      SeriesRule("pec", unit: "thousand tons of coal equivalent", .zeroOrMore),
      SeriesRule("tpop", unit: "thousand persons", .zeroOrMore),
      SeriesRule("upop", unit: "thousand persons", .zeroOrMore),
      SeriesRule("cinc", unit: "share of the world", .fraction),
    ])
}
