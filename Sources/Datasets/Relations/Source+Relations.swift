extension Source {
  private static let correlatesOfWar = Licence(
    name: "COW", title: "Free for research with citation (Correlates of War Project)",
    path: "https://correlatesofwar.org/data-sets/")

  /// Obligations of alliances, pair by pair.
  public static let allianceTreaties = Source(
    name: "alliances", publisher: "ATOP",
    title: "Alliance Treaty Obligations and Provisions 5.0, pairs as spells",
    homepage: "http://www.atopdata.org", edition: "5.0",
    licence: Licence(
      name: "ATOP", title: "Free with citation (ATOP project)", path: "http://www.atopdata.org"),
    citation: "Leeds, B. A., J. M. Ritter, S. McL. Mitchell and A. G. Long (2002), Alliance Treaty "
      + "Obligations and Provisions, 1815-1944, International Interactions 28, 237-260.",
    raw: ["atop/alliances.csv"], series: [])

  /// Borders on land and across water.
  public static let contiguity = Source(
    name: "contiguity", publisher: "Correlates of War",
    title: "Direct Contiguity 3.2 at twelve years, as spells",
    homepage: "https://correlatesofwar.org/data-sets/direct-contiguity/", edition: "3.2",
    licence: correlatesOfWar,
    citation: "Stinnett, D. M., J. Tir, P. Schafer, P. F. Diehl and C. Gochman (2002), The "
      + "Correlates of War Project Direct Contiguity Data, Version 3, Conflict Management and "
      + "Peace Science 19 (2), 58-66.",
    raw: ["cow/contiguity.csv"], series: [])

  /// Militarised disputes that began.
  public static let disputes = Source(
    name: "disputes", publisher: "Correlates of War",
    title: "Militarized Interstate Disputes 5.0, beginnings by pair",
    homepage: "https://correlatesofwar.org/data-sets/mids/", edition: "5.0",
    licence: correlatesOfWar,
    citation: "Palmer, G., R. W. McManus, V. D'Orazio, M. R. Kenwick and others (2022), The MID5 "
      + "Dataset, 2011-2014, Conflict Management and Peace Science 39 (4), 470-482.",
    raw: ["cow/mid_dyads.csv"], series: [])

  /// Where capitals lie.
  public static let capitals = Source(
    name: "capitals", publisher: "peacesciencer", title: "Capital cities and their coordinates",
    homepage: "https://cran.r-project.org/package=peacesciencer", edition: "2024",
    licence: Licence(
      name: "GPL-2.0", title: "GNU General Public License 2 (the package; facts of geography)",
      path: "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html"),
    citation: "Miller, S. V. (2022), peacesciencer: An R Package for Quantitative Peace Science "
      + "Research, Conflict Management and Peace Science 39 (6), 755-779.",
    raw: ["cow/capitals.csv"], series: [])

  /// Positions in the votes of the United Nations' General Assembly.
  public static let idealPoints = Source(
    name: "ideal-points", publisher: "UN voting data",
    title: "Ideal points in the General Assembly, all votes, with 90 % intervals",
    homepage: "https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/LEJUQZ",
    edition: "July 2025",
    licence: Licence(
      name: "CC0-1.0", title: "Creative Commons Zero 1.0 (to be confirmed)",
      path: "https://creativecommons.org/publicdomain/zero/1.0/"),
    citation: "Bailey, M. A., A. Strezhnev and E. Voeten (2017), Estimating Dynamic State "
      + "Preferences from United Nations Voting Data, Journal of Conflict Resolution 61 (2), "
      + "430-456.",
    raw: ["unga/ideal_points.csv"], series: [])

  /// Trade agreements signed, pair by pair.
  public static let tradeAgreements = Source(
    name: "agreements", publisher: "DESTA", title: "Design of Trade Agreements 2.2, by signature",
    homepage: "https://www.designoftradeagreements.org", edition: "2.2",
    licence: Licence(
      name: "DESTA", title: "Free with citation (DESTA project)",
      path: "https://www.designoftradeagreements.org"),
    citation: "Dür, A., L. Baccini and M. Elsig (2014), The Design of International Trade "
      + "Agreements: Introducing a New Dataset, Review of International Organizations 9 (3), "
      + "353-375.",
    raw: ["desta/agreements.csv"], series: [])
}
