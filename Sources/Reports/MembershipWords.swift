import Forecasting
import Panels

/// What the groups of a contest mean, in a sentence; nothing where powers only are named.
struct MembershipWords {
  let words: String?

  init(_ contest: Contest) {
    let groups = [contest.challenger, contest.incumbent].flatMap { side in
      side.members.count < 2
        ? []
        : side.name.split(separator: "+").filter { part in
          !side.members.contains { $0.code == part }
        }
    }
    words =
      groups.isEmpty
      ? nil
      : groups.joined(separator: " and ")
        + (groups.count == 1 ? " means its" : " mean their") + " members of today, in every year."
  }
}
