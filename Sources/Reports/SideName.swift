import Forecasting
import Panels

/// A side's name as it stands in a sentence.
struct SideName {
  let words: String

  init(_ side: Side, names: DataSet) {
    let members = side.members.map { Self.name(of: $0, names) }
    words =
      switch members.count {
      case 1: members[0]
      case 2...3 where side.name.contains("+"):
        members.dropLast().joined(separator: ", ") + " and " + members[members.count - 1]
      default: side.name
      }
  }

  private static func name(of power: Power, _ names: DataSet) -> String {
    let name = names.name(of: power)
    return withArticle.contains(power) ? "the \(name)" : name
  }

  private static let withArticle: Set<Power> = [
    "USA", "GBR", "SUN", "NLD", "ARE", "PHL", "CZE", "DOM", "CAF", "COD", "BHS", "GMB", "MDV",
  ]
}
