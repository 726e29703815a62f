/// Finds the valid names that a mistyped one may stand for.
public enum NearestNames {
  /// The nearest names first, none farther than a third of the letters typed.
  ///
  /// Three at most, or six where all of them are as near as the first.
  public static func names(to text: String, among names: some Sequence<String>) -> [String] {
    let typed = Array(text.lowercased().unicodeScalars)
    let reach = max(1, (typed.count + 2) / 3)
    var found: [(distance: Int, name: String)] = []
    for name in names {
      let distance = distance(typed, Array(name.lowercased().unicodeScalars))
      if distance <= reach { found.append((distance, name)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    let equal = found.prefix { $0.distance == found[0].distance }.count
    return found.prefix(max(3, min(6, equal))).map(\.name)
  }

  /// The least number of letters put in, left out, changed, or swapped with their neighbour.
  ///
  /// **Source.** Damerau, *A technique for computer detection and correction of spelling errors*
  /// (1964), in the form in which no stretch is edited twice.
  static func distance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
    var older = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = previous
    for i in left.indices {
      current[0] = i + 1
      for j in right.indices {
        let change = previous[j] + (left[i] == right[j] ? 0 : 1)
        current[j + 1] = min(change, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          current[j + 1] = min(current[j + 1], older[j - 1] + 1)
        }
      }
      (older, previous, current) = (previous, current, older)
    }
    return previous[right.count]
  }
}
