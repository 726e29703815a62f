import Panels

/// A formula as people write it: what the parser reads back to the same formula.
struct FormulaText: CustomStringConvertible {
  /// How tightly an operator binds.
  private enum Rank: Int, Comparable {
    case sum, product, power, atom

    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  let description: String
  private let rank: Rank

  init(_ formula: Formula) {
    switch formula {
    case .indicator(let indicator): self.init(indicator.name)
    case .constant(let value, let unit):
      self.init(
        Self.number(value) + (unit == .one ? "" : " [\(unit)]"), value < 0 ? .sum : .atom)
    case .sum(let a, let b): self.init(a, "+", b, .sum)
    case .difference(let a, let b): self.init(a, "-", b, .sum)
    case .product(let a, let b): self.init(a, "*", b, .product)
    case .quotient(let a, let b): self.init(a, "/", b, .product)
    case .power(let a, let b): self.init(a, "^", b, .power)
    case .maximum(let a, let b): self.init(calling: "max", [a, b])
    case .logarithm(let part): self.init(calling: "log", [part])
    case .share(let part): self.init(calling: "share", [part])
    case .relative(let part): self.init(calling: "relative", [part])
    case .stock(let part, let rate): self.init(calling: "stock", [part, .constant(rate)])
    case .mean(let parts): self.init(calling: "mean", parts)
    case .component(let parts): self.init(calling: "component", parts)
    }
  }

  private init(_ text: String, _ rank: Rank = .atom) {
    description = text
    self.rank = rank
  }

  private init(calling name: String, _ parts: [Formula]) {
    self.init("\(name)(\(parts.map { FormulaText($0).description }.joined(separator: ", ")))")
  }

  /// Operators of one rank are read from the left, powers from the right.
  private init(_ a: Formula, _ sign: String, _ b: Formula, _ rank: Rank) {
    let (left, right) = (FormulaText(a), FormulaText(b))
    func enclosed(_ text: FormulaText, _ needsParentheses: Bool) -> String {
      needsParentheses ? "(\(text))" : text.description
    }
    let first = enclosed(left, rank == .power ? left.rank <= rank : left.rank < rank)
    let second = enclosed(right, rank == .power ? right.rank < rank : right.rank <= rank)
    self.init(rank == .power ? first + sign + second : "\(first) \(sign) \(second)", rank)
  }

  /// A number in the fewest digits that read back to the same one.
  static func number(_ value: Double) -> String {
    guard let whole = Int(exactly: value), abs(whole) < 1_000_000_000 else { return "\(value)" }
    return "\(whole)"
  }
}

extension Formula: CustomStringConvertible {
  public var description: String { FormulaText(self).description }
}
