import CKernel

/// Elementary functions over many numbers at once, by the vector kernel.
public enum Vector {
  /// Replaces logarithms by levels; a missing value stays missing.
  public static func exponentiate(_ values: UnsafeMutableBufferPointer<Double>) {
    primacy_exp(values.count, values.baseAddress, values.baseAddress)
  }

  /// Replaces levels by their logarithms; zero gives minus infinity.
  public static func takeLogarithms(_ values: UnsafeMutableBufferPointer<Double>) {
    primacy_log(values.count, values.baseAddress, values.baseAddress)
  }

  /// Counts in how many lanes of a block challengers have been above incumbents by each horizon.
  ///
  /// - Parameters:
  ///   - pairs: The rows of challengers and of incumbents.
  ///   - logs: `(year * rows + row) * BlockStream.lanes + lane`, from the first year that counts.
  ///   - rows: How many rows a year has.
  ///   - horizons: In years, ascending.
  ///   - counts: `horizon * pairs + pair`; grows by what is counted.
  public static func countCrossings(
    of pairs: (challengers: [Int32], incumbents: [Int32]), in logs: UnsafeBufferPointer<Double>,
    rows: Int, horizons: [Int], into counts: inout [Int64]
  ) {
    let count = pairs.challengers.count
    precondition(pairs.incumbents.count == count && counts.count == horizons.count * count)
    precondition(
      (pairs.challengers + pairs.incumbents).allSatisfy { (0..<rows).contains(Int($0)) }
        && logs.count >= (horizons.last ?? 0) * rows * BlockStream.lanes,
      "every pair has its rows in every year")
    pairs.challengers.withUnsafeBufferPointer { challengers in
      pairs.incumbents.withUnsafeBufferPointer { incumbents in
        primacy_crossings(
          logs.baseAddress, rows, count, challengers.baseAddress, incumbents.baseAddress,
          horizons.count, horizons.map(Int32.init), &counts)
      }
    }
  }
}
