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

  /// The products of some arrays, number by number, each row's times a rate of its own.
  ///
  /// - Parameters:
  ///   - arrays: At least one, all of one shape: `(step * rates.count + row) * lanes + lane`.
  ///   - rates: One a row.
  ///   - lanes: How many numbers a row has; a multiple of 8.
  /// - Returns: As many numbers in the same shape.
  public static func products(
    of arrays: [[Double]], times rates: [Double], lanes: Int
  ) -> [Double] {
    let size = arrays[0].count
    precondition(
      lanes.isMultiple(of: 8) && size.isMultiple(of: max(1, rates.count * lanes))
        && (1...mostFactors).contains(arrays.count) && arrays.allSatisfy { $0.count == size },
      "factors are of one shape")
    return [Double](unsafeUninitializedCapacity: size) { products, initialized in
      withPointers(to: arrays[...]) { pointers in
        primacy_scaled_products(
          size / max(1, rates.count * lanes), rates.count, lanes, pointers.count,
          pointers.map(Optional.some), rates, products.baseAddress)
      }
      initialized = size
    }
  }

  /// How many factors a product of levels has at most.
  public static let mostFactors = Int(PRIMACY_FACTORS)

  /// The sums over all rows of products of some arrays, step by step.
  ///
  /// - Parameters:
  ///   - arrays: All of one shape: `(step * rows + row) * lanes + lane`.
  ///   - factors: For each product the places of its factors among the arrays.
  ///   - rows: How many rows a step has.
  ///   - lanes: How many numbers a row has; a multiple of 16.
  /// - Returns: For each product `step * lanes + lane`; a missing value counts as nothing.
  public static func sumsOfProducts(
    of arrays: [[Double]], factors: [[Int]], rows: Int, lanes: Int
  ) -> [[Double]] {
    let size = arrays.first?.count ?? 0
    precondition(
      lanes.isMultiple(of: 16) && arrays.allSatisfy { $0.count == size }
        && factors.allSatisfy { (1...mostFactors).contains($0.count) },
      "products are of some arrays of one shape")
    let steps = size / max(rows * lanes, 1)
    var sums = factors.map { _ in [Double](repeating: 0, count: steps * lanes) }
    withPointers(to: arrays[...]) { pointers in
      let chosen = factors.map { $0.map { pointers[$0] as UnsafePointer<Double>? } }
      for step in 0..<steps {
        for (place, values) in chosen.enumerated() {
          sums[place].withUnsafeMutableBufferPointer { sums in
            primacy_product_sums(
              rows, lanes, values.count, values, step * rows * lanes,
              UnsafeMutableBufferPointer(rebasing: sums[(step * lanes)...]).baseAddress)
          }
        }
      }
    }
    return sums
  }

  /// Lends the elements of several arrays at once.
  private static func withPointers(
    to arrays: ArraySlice<[Double]>, _ known: [UnsafePointer<Double>] = [],
    _ body: ([UnsafePointer<Double>]) -> Void
  ) {
    guard let first = arrays.first else { return body(known) }
    first.withUnsafeBufferPointer { pointer in
      guard let address = pointer.baseAddress else { return }
      withPointers(to: arrays.dropFirst(), known + [address], body)
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
