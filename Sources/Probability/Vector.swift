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

  /// The sums of some rows of every step, lane by lane; a missing value counts as nothing.
  ///
  /// - Parameters:
  ///   - values: `(step * count + row) * lanes + lane`.
  ///   - rows: Which rows.
  ///   - count: How many rows a step has.
  ///   - lanes: How many numbers a row has.
  /// - Returns: `step * lanes + lane`.
  public static func sums(
    of values: UnsafeBufferPointer<Double>, rows: [Int], count: Int, lanes: Int
  ) -> [Double] {
    precondition(rows.allSatisfy { (0..<count).contains($0) }, "a row is one of the rows")
    let size = values.count / max(count, 1)
    return [Double](unsafeUninitializedCapacity: size) { sums, initialized in
      rows.map(Int32.init).withUnsafeBufferPointer { rows in
        primacy_sums(
          size / lanes, count, lanes, rows.count, rows.baseAddress, values.baseAddress,
          sums.baseAddress)
      }
      initialized = size
    }
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
