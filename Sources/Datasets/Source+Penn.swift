extension Source {
  /// Capital, schooling and productivity.
  public static let penn = Source(
    name: "penn", publisher: "Penn World Table",
    title: "Penn World Table 10.01",
    homepage: "https://www.rug.nl/ggdc/productivity/pwt/",
    edition: "10.01", licence: .creativeCommons4,
    citation: "Feenstra, R. C., R. Inklaar and M. P. Timmer (2015), The next generation of the "
      + "Penn World Table, American Economic Review 105(10), 3150-3182, "
      + "doi:10.1257/aer.20130954.",
    raw: ["pwt/pwt1001.csv"],
    series: [
      SeriesRule("rnna", unit: "million 2017 US $", .positive),
      SeriesRule("hc", unit: "index", .positive),
      SeriesRule("rtfpna", unit: "index, 2017 = 1", .positive),
      SeriesRule("rgdpna", unit: "million 2017 US $", .positive),
      SeriesRule("pop", unit: "million persons", .positive),
      SeriesRule("csh_i", unit: "share of output", .any),
    ])
}
