import Forecasting
import Panels

/// Which member stands for a side of several, in a sentence; no words where the side is one power.
struct StandIn {
  let words: String

  /// - Parameters:
  ///   - side: A power, a group or several joined.
  ///   - power: Its member that is shown.
  ///   - role: What makes it stand; that it is the principal unless said otherwise.
  ///   - names: What powers are called.
  init(_ side: Side, _ power: Power, as role: String? = nil, names: DataSet) {
    guard side.members.count > 1 else {
      words = ""
      return
    }
    let role = role ?? Self.principal(of: side)
    words =
      "For \(SideName(side, names: names).words) \(role), "
      + "\(SideName(Side(power), names: names).words), stands here. "
  }

  /// What makes the first member the principal: being named first, or the largest of its group.
  private static func principal(of side: Side) -> String {
    let parts = side.name.split(separator: "+")
    guard let first = parts.first, side.members[0].code != first else { return "the first named" }
    return parts.count > 1 ? "the largest economy of \(first)" : "its largest economy"
  }
}
