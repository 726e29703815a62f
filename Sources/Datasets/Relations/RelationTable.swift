/// The tables of what is known of pairs of powers, apart from the figures of single ones.
///
/// They are read only by the commands that need them.
enum RelationTable: String, CaseIterable, Sendable {
  case agreements
  case alliances
  case capitals
  case contiguity
  case disputes
  case idealPoints = "ideal-points"

  /// Its place below the folder of the embedded tables.
  var file: String { "relations/\(rawValue).csv" }

  /// The raw table that it is made from, below the folder of raw tables.
  var raw: String { source.raw[0] }

  var columns: [String] {
    switch self {
    case .agreements: ["iso3", "year", "partners"]
    case .alliances: ["iso3_a", "iso3_b", "obligation", "first_year", "last_year"]
    case .capitals: ["iso3", "capital", "first_year", "last_year", "latitude", "longitude"]
    case .contiguity: ["iso3_a", "iso3_b", "kind", "first_year", "last_year"]
    case .disputes: ["iso3_a", "iso3_b", "year", "hostility"]
    case .idealPoints: ["iso3", "year", "point", "low", "high"]
    }
  }

  /// The columns that name a line, of which no two are the same.
  var key: [String] {
    switch self {
    case .agreements: ["iso3", "year"]
    case .disputes: ["iso3_a", "iso3_b", "year"]
    case .alliances: ["iso3_a", "iso3_b", "obligation", "first_year"]
    case .capitals: ["iso3", "capital", "first_year"]
    case .contiguity: ["iso3_a", "iso3_b", "first_year"]
    case .idealPoints: ["iso3", "year"]
    }
  }

  /// Who publishes it, under what terms.
  var source: Source {
    switch self {
    case .agreements: .tradeAgreements
    case .alliances: .allianceTreaties
    case .capitals: .capitals
    case .contiguity: .contiguity
    case .disputes: .disputes
    case .idealPoints: .idealPoints
    }
  }
}
