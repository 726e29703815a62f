public import Panels

extension Panel {
  /// A panel whose every value was observed, from one run a power; NaN is missing.
  public static func made(
    _ indicator: Indicator, from firstYear: Int, _ runs: [Power: [Double]]
  ) -> Panel {
    let count = runs.values.map(\.count).max() ?? 1
    let powers = runs.keys.sorted()
    let values = powers.flatMap { power -> [Double] in
      let run = runs[power] ?? []
      return run + [Double](repeating: .nan, count: count - run.count)
    }
    return Panel(
      indicator, powers: powers, years: firstYear...firstYear + count - 1, values: values,
      cells: [UInt8](repeating: 0, count: values.count),
      provenances: [Provenance(source: "made", status: .observed)])
  }
}

/// Normal deviates for made-up series: a pure function of the seed.
public struct Deviates {
  private var state: UInt32

  public init(seed: UInt32) { state = seed }

  /// The sum of twelve uniform numbers less six: near enough to normal for a made-up series.
  public mutating func next() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in
      state &+= 1
      let word = philox(counter: [state, 0, 0, 0], key: [17, 4])[0]
      return sum + Double(word) / 4_294_967_296
    }
  }

  public mutating func next(_ count: Int) -> [Double] { (0..<count).map { _ in next() } }
}
