/// A publisher's name as it fits beside a row: without the title, long institutions by initials.
struct PublisherName: CustomStringConvertible {
  let description: String

  init(_ name: String) {
    let bare = name.split(separator: ",").first.map(String.init) ?? name
    description = Self.short[bare] ?? bare
  }

  /// As newspapers shorten them.
  private static let short = [
    "Centre for Economics and Business Research": "CEBR",
    "Central Intelligence Agency": "CIA",
    "Communist Party of the Soviet Union": "Soviet programme",
    "Frederick S. Pardee Center": "Pardee Center",
    "International Institute for Strategic Studies": "IISS",
    "International Monetary Fund": "IMF",
    "Japan Center for Economic Research": "JCER",
    "National Intelligence Council": "US intelligence",
    "Ronald Tammen and Jacek Kugler": "Tammen, Kugler",
    "UK Ministry of Defence": "UK defence",
    "World Bank and Development Research Center": "World Bank",
    "consensus in the Financial Times": "FT consensus",
    "extrapolation in China-US Focus": "China-US Focus",
  ]
}
