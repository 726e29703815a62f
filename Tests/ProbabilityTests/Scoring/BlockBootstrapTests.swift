import TestSupport
import Testing

@testable import Probability

@Suite("Block bootstrap")
struct BlockBootstrapTests {
  private struct Cases {
    var origins: [Int]
    var keys: [Int]
    var columns: [[Double]]

    /// `Reference/bootstrap.py`: three keys with gaps, shocks that last.
    init() throws {
      let rows = try Reference.rows(of: "bootstrap_rows.csv")
      origins = rows.map { Int($0[0]) }
      keys = rows.map { Int($0[1]) }
      columns = [rows.map { $0[2] }, rows.map { $0[3] }]
    }

    func bootstrap(_ blockYears: Int) -> BlockBootstrap {
      BlockBootstrap(origins: origins, keys: keys, columns: columns, blockYears: blockYears)
    }
  }

  /// numpy, row by row and with another generator.
  ///
  /// 20,000 replicates know a standard error to
  /// 0.5 % and these quantiles to 0.02 of it; the tolerance is four times that.
  @Test func `intervals are numpy's`() throws {
    let cases = try Cases()
    for row in try Reference.rows(of: "bootstrap.csv") {
      let bootstrap = cases.bootstrap(Int(row[0]))
      let interval = try #require(
        bootstrap.interval(confidence: 0.9, replicates: 20_000, seed: 1) {
          $0.skill(of: 0, against: 1)
        })
      #expect(abs(interval.standardError / row[1] - 1) < 0.02)
      #expect(abs(interval.range.lowerBound - row[2]) < 0.08 * row[1])
      #expect(abs(interval.range.upperBound - row[3]) < 0.08 * row[1])
      #expect(interval.episodes == Int(row[4]))
      #expect(interval.replicates == 20_000)
    }
  }

  /// The same draws, with blocks looked up row by row.
  @Test func `sums are those of rows looked up one by one`() throws {
    let cases = try Cases()
    let bootstrap = cases.bootstrap(7)
    let rows = cases.origins.indices
    let blocks = (0...2).flatMap { key in
      (1894...1990).map { start in
        rows.filter {
          cases.keys[$0] == key && (start..<start + 7).contains(cases.origins[$0])
        }
      }.filter { !$0.isEmpty }
    }
    let draws = Int((Double(blocks.count) / 7).rounded())
    for position in 0..<20 {
      let uniforms = BlockStream(seed: 9, block: position).uniforms(draws, channel: 0)
      let picked = uniforms.flatMap { blocks[Int($0 * Double(blocks.count))] }
      let sums = bootstrap.replicate(position, seed: 9)
      #expect(sums.count == Double(picked.count))
      for column in 0...1 {
        let slow = picked.reduce(0) { $0 + cases.columns[column][$1] }
        #expect(abs(sums[column] - slow) < 1e-11)
      }
    }
  }

  /// Each row its own block: the textbook's standard error of a mean, to the 1.6 % that 2,000
  /// replicates allow, three times.
  @Test func `of single rows it is the error of a mean`() throws {
    let values = BlockStream(seed: 2, block: 0).uniforms(400, channel: 0)
    let bootstrap = BlockBootstrap(
      origins: Array(0..<400), keys: values.map { _ in 0 }, columns: [values], blockYears: 1)
    let interval = try #require(bootstrap.interval(confidence: 0.9, seed: 3) { $0.mean(of: 0) })
    let mean = values.reduce(0, +) / 400
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 400
    #expect(abs(interval.estimate - mean) < 1e-14)
    #expect(abs(interval.standardError / (variance / 400).squareRoot() - 1) < 0.048)
    #expect(interval.episodes == 400)
  }

  /// Copies of a row hold nothing new, nor does the order of rows.
  @Test func `copies and order change nothing`() throws {
    let cases = try Cases()
    let once = try #require(
      cases.bootstrap(5).interval(confidence: 0.8, seed: 4) { $0.skill(of: 0, against: 1) })
    var copies = cases
    copies.origins = (0..<8).flatMap { _ in cases.origins.reversed() }
    copies.keys = (0..<8).flatMap { _ in cases.keys.reversed() }
    copies.columns = cases.columns.map { column in (0..<8).flatMap { _ in column.reversed() } }
    let often = try #require(
      copies.bootstrap(5).interval(confidence: 0.8, seed: 4) { $0.skill(of: 0, against: 1) })
    #expect(abs(once.range.lowerBound - often.range.lowerBound) < 1e-12)
    #expect(abs(once.range.upperBound - often.range.upperBound) < 1e-12)
    #expect(once.episodes == often.episodes)
  }

  @Test func `a ratio that is the same everywhere has no error`() throws {
    var cases = try Cases()
    cases.columns[0] = cases.columns[1].map { $0 / 4 }
    let interval = try #require(
      cases.bootstrap(10).interval(confidence: 0.9, seed: 1) { $0.skill(of: 0, against: 1) })
    #expect(abs(interval.range.lowerBound - 0.75) < 1e-12)
    #expect(abs(interval.range.upperBound - 0.75) < 1e-12)
    #expect(interval.standardError < 1e-12)
  }

  /// Ten years up, ten years down: 40 spans of one sign each.
  ///
  /// Blocks of ten see them whole or in
  /// halves; single years take 400 rows for independent, and the error for a third of it.
  @Test func `long blocks see what lasts`() throws {
    let signs = BlockStream(seed: 6, block: 0).uniforms(40, channel: 0).map { $0 < 0.5 ? -1.0 : 1 }
    let values = (0..<400).map { signs[$0 / 10] }
    func error(_ blockYears: Int) throws -> Double {
      let bootstrap = BlockBootstrap(
        origins: Array(1600..<2000), keys: values.map { _ in "USA" }, columns: [values],
        blockYears: blockYears)
      return try #require(bootstrap.interval(confidence: 0.9, seed: 1) { $0.mean(of: 0) })
        .standardError
    }
    #expect(try abs(error(1) - 0.05) < 0.005)
    #expect(try error(10) > 2.2 * error(1))
    #expect(try error(20) > 2.5 * error(1))
  }

  /// By hand: in blocks of 10, USA from 1900 takes 1900-09 and 1912-21; GBR takes one.
  @Test func `episodes are the spans that cover each key`() {
    let bootstrap = BlockBootstrap(
      origins: [1900, 1909, 1912, 1921, 1905, 1914, 1905],
      keys: ["USA", "USA", "USA", "USA", "GBR", "GBR", "GBR"], columns: [[1, 1, 1, 1, 1, 1, 2]],
      blockYears: 10)
    #expect(bootstrap.episodes == 3)
    #expect(bootstrap.total[0] == 8 && bootstrap.total.count == 7)
    #expect(bootstrap.total.mean(of: 0) == 8.0 / 7)
  }

  @Test func `a statistic that is seldom finite has no interval`() {
    let bootstrap = BlockBootstrap(
      origins: [1, 2], keys: [0, 0], columns: [[1, 1], [0, 0]], blockYears: 1)
    #expect(bootstrap.interval(confidence: 0.9, seed: 1) { $0.skill(of: 0, against: 1) } == nil)
  }

  @Test func `the seed decides`() throws {
    let bootstrap = try Cases().bootstrap(5)
    let draw = { bootstrap.interval(confidence: 0.9, replicates: 99, seed: $0) { $0.mean(of: 0) } }
    #expect(draw(1) == draw(1))
    #expect(draw(1) != draw(2))
  }

  @Test func `no row at all is misuse`() async {
    await #expect(processExitsWith: .failure) {
      _ = BlockBootstrap(origins: [], keys: [Int](), columns: [[]], blockYears: 1)
    }
  }
}
