/// Parts of a whole, and how many of a number of things each gets.
struct Shares: Equatable, Sendable {
  let values: [Double]

  /// - Precondition: None negative, some positive.
  init(_ values: [Double]) {
    let sum = values.reduce(0, +)
    precondition(values.allSatisfy { $0 >= 0 } && sum > 0, "shares are not negative")
    self.values = values.map { $0 / sum }
  }

  /// Counts in proportion, by the largest remainders; their sum is the total.
  func counts(of total: Int) -> [Int] {
    let exact = values.map { $0 * Double(total) }
    var counts = exact.map { Int($0) }
    let order = exact.indices.sorted { one, other in
      let (a, b) = (exact[one] - Double(counts[one]), exact[other] - Double(counts[other]))
      return a == b ? one < other : a > b
    }
    for index in order.prefix(total - counts.reduce(0, +)) { counts[index] += 1 }
    return counts
  }
}
