extension BlockBootstrap {
  /// The sums of each column over some rows.
  public struct Sums: Equatable, Sendable {
    public let values: [Double]
    /// How many rows were summed.
    public let count: Double

    public subscript(column: Int) -> Double { values[column] }

    /// A column's mean; not a number where no row was summed.
    public func mean(of column: Int) -> Double { values[column] / count }

    /// One less the ratio of two columns' means.
    public func skill(of column: Int, against reference: Int) -> Double {
      1 - values[column] / values[reference]
    }

    static func + (a: Sums, b: Sums) -> Sums {
      Sums(values: zip(a.values, b.values).map(+), count: a.count + b.count)
    }
  }
}
