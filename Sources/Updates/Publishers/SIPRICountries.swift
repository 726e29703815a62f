import Datasets
import Panels

/// The codes behind the names of countries that SIPRI uses, historic ones included.
struct SIPRICountries {
  private let directory = PowerDirectory(EntityTable.builtIn.entities)

  /// The code; nothing for a region or a name that is not known.
  subscript(name: String) -> String? {
    if let code = Self.names[name] { return code }
    // Codes are not names here: a text of three letters must not be taken for one.
    guard name.count > 3, !isRegion(name) else { return nil }
    return directory[name]?.power.code
      ?? directory[name.replacing(" and ", with: " & ")]?.power.code
  }

  /// Whether a name is that of a region or of a sum.
  func isRegion(_ name: String) -> Bool {
    Self.regions.contains(name) || name.hasPrefix("Total") || name.hasPrefix("World")
  }

  private static let regions: Set<String> = [
    "Africa", "North Africa", "sub-Saharan Africa", "Sub-Saharan Africa", "Americas",
    "Central America and the Caribbean", "Central America", "North America", "South America",
    "Asia & Oceania", "Asia and Oceania", "Central Asia", "Central and South Asia", "East Asia",
    "South Asia", "South East Asia", "Oceania", "Europe", "Central Europe", "Eastern Europe",
    "Western Europe", "Central and Western Europe", "Middle East",
  ]

  private static let names: [String: String] = [
    "UAE": "ARE", "USA": "USA", "UK": "GBR", "USSR": "SUN", "Congo, DR": "COD",
    "Congo, Dem. Rep.": "COD", "Congo, Democratic Republic of": "COD", "Congo, Republic": "COG",
    "Congo, Republic of": "COG", "Congo, Republic of the": "COG", "Cote d'Ivoire": "CIV",
    "Côte d'Ivoire": "CIV", "Gambia, The": "GMB", "Gambia": "GMB", "Korea, North": "PRK",
    "Korea, South": "KOR", "Kyrgyz Republic": "KGZ", "Viet Nam": "VNM", "Timor Leste": "TLS",
    "Timor-Leste": "TLS", "Cape Verde": "CPV", "Cabo Verde": "CPV", "Eswatini": "SWZ",
    "eSwatini": "SWZ", "Swaziland": "SWZ", "Macedonia, FYR": "MKD", "North Macedonia": "MKD",
    "FYR Macedonia": "MKD", "German Democratic Republic": "DDR", "German DR": "DDR",
    "Germany, East": "DDR", "Yemen, North": "XYN", "Yemen Arab Republic": "XYN",
    "Yemen, South": "YMD", "Yugoslavia (former)": "YUG", "Serbia and Montenegro": "SRB",
    "Serbia & Montenegro": "SRB", "Brunei Darussalam": "BRN", "Lao PDR": "LAO", "Laos": "LAO",
    "Slovak Republic": "SVK", "Czech Republic": "CZE", "Türkiye": "TUR", "Turkiye": "TUR",
    "Trinidad & Tobago": "TTO", "Trinidad and Tobago": "TTO", "Bosnia-Herzegovina": "BIH",
    "Burma": "MMR", "Russian Federation": "RUS", "Central African Rep.": "CAF",
    "Dominican Rep.": "DOM", "Syrian Arab Republic": "SYR", "Iran, Islamic Republic of": "IRN",
    "Papua New Guinea": "PNG", "Palestine": "PSE", "Vietnam, North": "VNM",
    "Viet Nam, South": "XVS", "Vietnam, South": "XVS", "Micronesia": "FSM",
  ]
}
