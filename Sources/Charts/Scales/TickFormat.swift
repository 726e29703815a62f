/// How the numbers of an axis are written.
public enum TickFormat: Equatable, Sendable {
  /// A plain number, with what stands before and after it, such as a currency or a unit.
  case number(before: String = "", after: String = "")
  /// A share of one, written in hundredths.
  case percent
  /// A ratio of two quantities.
  case ratio

  /// The ticks at some values, all in the same form.
  func ticks(_ values: [Double]) -> [Tick] {
    switch self {
    case .percent:
      return values.map { Tick(value: $0, label: Numeral.shortest($0 * 100) + "\u{A0}%") }
    case .ratio:
      return values.map { Tick(value: $0, label: Numeral.shortest($0)) }
    case .number(let before, let after):
      let unit = Numeral.Unit(for: values.map(abs).max() ?? 0, least: values.map(abs).min() ?? 0)
      return values.map { Tick(value: $0, label: Self.label($0, in: unit, before, after)) }
    }
  }

  /// The ticks at some values far apart, each in the unit of its own size; at values of all
  /// magnitudes in none.
  func separateTicks(_ values: [Double]) -> [Tick] {
    let sizes = values.map(abs)
    let isMixed = (sizes.max() ?? 0) > 1e6 * (sizes.min() ?? 0)
    return isMixed ? ticks(values) : values.flatMap { ticks([$0]) }
  }

  private static func label(
    _ value: Double, in unit: Numeral.Unit, _ before: String, _ after: String
  ) -> String {
    let number = Numeral.shortest(abs(value) / unit.size)
    let name = value == 0 ? "" : unit.name
    return (value < 0 ? "−" : "") + before + number + name + after
  }
}
