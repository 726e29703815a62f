import CKernel

extension Vector {
  /// The sums of some rows of every step, lane by lane; a missing value counts as nothing.
  ///
  /// - Parameters:
  ///   - values: `(step * count + row) * lanes + lane`.
  ///   - rows: Which rows.
  ///   - count: How many rows a step has.
  ///   - lanes: How many numbers a row has.
  /// - Returns: `step * lanes + lane`.
  public static func sums(
    of values: UnsafeBufferPointer<Float>, rows: [Int], count: Int, lanes: Int
  ) -> [Float] {
    precondition(rows.allSatisfy { (0..<count).contains($0) }, "a row is one of the rows")
    let size = values.count / max(count, 1)
    return [Float](unsafeUninitializedCapacity: size) { sums, initialized in
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
  ///   - lanes: How many numbers a row has; a multiple of 16.
  /// - Returns: As many numbers in the same shape.
  public static func products(
    of arrays: [[Float]], times rates: [Float], lanes: Int
  ) -> [Float] {
    let size = arrays[0].count
    precondition(
      lanes.isMultiple(of: 16) && size.isMultiple(of: max(1, rates.count * lanes))
        && (1...mostFactors).contains(arrays.count) && arrays.allSatisfy { $0.count == size },
      "factors are of one shape")
    return [Float](unsafeUninitializedCapacity: size) { products, initialized in
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
  /// Products that begin with the same factors are multiplied once.
  ///
  /// - Parameters:
  ///   - arrays: All of one shape, on the lanes of a block: `(step * rows + row) * lanes + lane`.
  ///   - factors: For each product the places of its factors among the arrays, in their order.
  ///   - rows: How many rows a step has.
  /// - Returns: For each product `step * lanes + lane`; a missing value counts as nothing.
  public static func sumsOfProducts(
    of arrays: [[Float]], factors: [[Int]], rows: Int
  ) -> [[Float]] {
    let size = arrays.first?.count ?? 0
    let lanes = BlockStream.lanes
    precondition(
      arrays.allSatisfy { $0.count == size } && factors.allSatisfy { !$0.isEmpty },
      "products are of some arrays of one shape")
    let span = size / max(rows, 1)
    // Every beginning of a product once, after the beginning that it goes on from.
    var beginnings: [[Int]] = []
    for product in factors {
      for length in 1...product.count where !beginnings.contains(Array(product.prefix(length))) {
        beginnings.append(Array(product.prefix(length)))
      }
    }
    let parents = beginnings.map { product in
      Int32(beginnings.firstIndex(of: product.dropLast()) ?? -1)
    }
    var scratch = [Float](repeating: 0, count: beginnings.count * lanes)
    let sums = [Float](unsafeUninitializedCapacity: beginnings.count * span) { sums, initialized in
      withPointers(to: arrays[...]) { pointers in
        let values = beginnings.map { product in
          product.last.map { pointers[$0] }
        }
        values.withUnsafeBufferPointer { values in
          parents.withUnsafeBufferPointer { parents in
            primacy_product_sums(
              span / lanes, rows,
              primacy_products(
                count: beginnings.count, parents: parents.baseAddress, values: values.baseAddress),
              &scratch, sums.baseAddress)
          }
        }
      }
      initialized = beginnings.count * span
    }
    return factors.map { product in
      let place = beginnings.firstIndex(of: product) ?? 0
      return Array(sums[place * span..<(place + 1) * span])
    }
  }

  /// Lends the elements of several arrays at once.
  private static func withPointers(
    to arrays: ArraySlice<[Float]>, _ known: [UnsafePointer<Float>] = [],
    _ body: ([UnsafePointer<Float>]) -> Void
  ) {
    guard let first = arrays.first else { return body(known) }
    first.withUnsafeBufferPointer { pointer in
      guard let address = pointer.baseAddress else { return }
      withPointers(to: arrays.dropFirst(), known + [address], body)
    }
  }
}
