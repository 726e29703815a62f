import Forecasting
import Panels

/// A side's name as it stands in a sentence.
struct SideName {
  let words: String

  init(_ side: Side, names: DataSet) {
    guard side.members.count > 1 else {
      words = Self.name(of: side.members[0], names)
      return
    }
    // Powers are named by their codes, groups by what they are called.
    let parts = side.name.split(separator: "+").map { part in
      side.members.first { $0.code == part }.map { Self.name(of: $0, names) } ?? String(part)
    }
    words =
      parts.count < 2
      ? side.name : parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
  }

  private static func name(of power: Power, _ names: DataSet) -> String {
    let name = names.name(of: power)
    return withArticle.contains(power) ? "the \(name)" : name
  }

  private static let withArticle: Set<Power> = [
    "USA", "GBR", "SUN", "NLD", "ARE", "PHL", "CZE", "DOM", "CAF", "COD", "BHS", "GMB", "MDV",
  ]
}
