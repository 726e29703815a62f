import CKernel
import Probability
import TestSupport
import Testing

@testable import Models

/// The kernel's products, sums and equations against plain loops: the same bits at every level.
@Suite("Matrices and sums in the kernel", .serialized)
struct MatrixKernelTests {
  private func numbers(_ count: Int, seed: UInt32) -> [Double] {
    var deviates = Deviates(seed: seed)
    return deviates.next(count)
  }

  private func atEveryLevel(_ body: () -> Void) {
    defer { primacy_use_level(.max) }
    for level in 0..<primacy_levels() {
      primacy_use_level(level)
      body()
    }
  }

  /// Sizes below, on and between those of the tiles.
  @Test(arguments: [(1, 2, 3), (7, 5, 4), (8, 9, 6), (17, 20, 13), (60, 60, 61)])
  func `products have the bits of plain sums`(rows: Int, inner: Int, columns: Int) {
    let (a, b) = (numbers(rows * inner, seed: 1), numbers(inner * columns, seed: 2))
    var plain = [Double](repeating: 0, count: rows * columns)
    for column in 0..<columns {
      for row in 0..<rows {
        for k in 0..<inner {
          plain[rows * column + row] += b[inner * column + k] * a[rows * k + row]
        }
      }
    }
    atEveryLevel {
      var product = [Double](repeating: .nan, count: rows * columns)
      primacy_product(rows, inner, columns, a, b, &product)
      #expect(product == plain)
    }
  }

  @Test(arguments: [(1, 1), (5, 7), (9, 8), (20, 33), (61, 60)])
  func `equations have the bits of plain substitution`(order: Int, sides: Int) {
    var lower = numbers(order * order, seed: 3)
    for row in 0..<order { lower[order * row + row] += 5 }
    let b = numbers(order * sides, seed: 4)
    var plain = b
    for row in (0..<order).reversed() {
      for side in 0..<sides {
        for k in row + 1..<max(order, row + 1) {
          plain[sides * row + side] -= lower[order * row + k] * plain[sides * k + side]
        }
        plain[sides * row + side] /= lower[order * row + row]
      }
    }
    atEveryLevel {
      var x = [Double](repeating: .nan, count: order * sides)
      primacy_solve_transposed(order, sides, lower, b, &x)
      #expect(x == plain)
    }
  }

  /// Two steps of three rows; a missing value counts as nothing in a sum.
  @Test(arguments: 1...Vector.mostFactors)
  func `sums of products have the bits of plain sums`(factors: Int) {
    let (rows, lanes) = (3, 32)
    var arrays = (0..<factors).map { numbers(2 * rows * lanes, seed: UInt32($0)).map(Float.init) }
    arrays[0][5] = .nan
    let products = arrays[0].indices.map { cell in
      arrays.dropFirst().reduce(arrays[0][cell]) { $0 * $1[cell] }
    }
    let plain = (0..<2 * lanes).map { cell in
      (0..<rows).reduce(Float(0)) { sum, row in
        let x = products[(cell / lanes * rows + row) * lanes + cell % lanes]
        return sum + (x.isNaN ? 0 : x)
      }
    }
    atEveryLevel {
      let all = Array(arrays.indices)
      // Twice, and once more with a beginning of its own that is shared.
      let found = Vector.sumsOfProducts(of: arrays, factors: [all, [0], all], rows: rows)
      #expect(found[0] == plain && found[2] == plain)
      let scaled = Vector.products(of: arrays, times: [2, 1, -1], lanes: lanes)
      let rates: [Float] = products.indices.map { [2, 1, -1][$0 / lanes % rows] }
      #expect(scaled.map(\.bitPattern) == zip(rates, products).map { ($0 * $1).bitPattern })
    }
  }

  @Test func `numbers are combined and compared as plain arithmetic has it`() {
    var (a, b) = (numbers(70, seed: 3), numbers(70, seed: 4))
    (a[3], b[5], a[11], b[11], b[20]) = (.nan, .nan, .nan, .nan, 0)
    let plain: [(Vector.Operation, (Double, Double) -> Double)] = [
      (.sum, { $0 + $1 }), (.difference, { $0 - $1 }), (.product, { $0 * $1 }),
      (.quotient, { $1 == 0 ? .nan : $0 / $1 }),
      (.greater, { $0.isNaN || $1.isNaN ? .nan : max($0, $1) }),
    ]
    atEveryLevel {
      for (operation, combine) in plain {
        for (found, (x, y)) in zip(Vector.combined(a, b, by: operation), zip(a, b)) {
          let expected = combine(x, y)
          #expect(found == expected || (found.isNaN && expected.isNaN))
        }
      }
      let (least, most) = Vector.lanes(of: a, against: 0.25, lanes: 35)
      for (cell, x) in a.enumerated() {
        #expect((least[cell / 35] >> UInt64(cell % 35) & 1 == 1) == (x >= 0.25))
        #expect((most[cell / 35] >> UInt64(cell % 35) & 1 == 1) == (x <= 0.25))
      }
    }
  }

  /// Prices that follow income: a row known longer, and one whose income is missing.
  @Test func `what follows has the same bits at every level`() {
    let (years, rows, lanes) = (4, 3, 32)
    var income = numbers(years * rows * lanes, seed: 7).map { 1 + Float($0 * $0) }
    for cell in 0..<rows * lanes { income[cell] = 2 }
    for year in 0..<years { income[(year * rows + 2) * lanes] = .nan }
    let before = numbers(years * rows * lanes, seed: 8).map(Float.init)
    var found: [[UInt32]] = []
    atEveryLevel {
      var values = before
      values.withUnsafeMutableBufferPointer { values in
        income.withUnsafeBufferPointer { income in
          let places: [Int32] = [0, 1, 2]
          places.withUnsafeBufferPointer { places in
            var lead = primacy_lead(levels: income.baseAddress, row: 0, slope: 0.3)
            primacy_follow(
              &lead, 2001, years, rows, [0, 0.5, -0.5], [2000, 2002, 2000],
              primacy_target(
                out: values.baseAddress, count: rows, places: places.baseAddress,
                scale: PRIMACY_RAW))
          }
        }
      }
      found.append(values.map(\.bitPattern))
      // The leader's own relative income is zero; what is known is not touched.
      #expect(values[0..<lanes] == before[0..<lanes])
      #expect(values[lanes..<2 * lanes] == before[lanes..<2 * lanes])
      #expect(values[2 * lanes] == before[2 * lanes] + Float(0.3) * -0.5)
    }
    #expect(found.allSatisfy { $0 == found[0] })
  }
}
