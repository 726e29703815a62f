import Models
import Panels
import Probability

extension JointFit {
  /// Where one fit's levels are in a block, and what is known there already.
  struct Layout: Sendable {
    private let count: Int
    /// The row of each of the fit's powers.
    private let places: [Int32]
    /// Rows of one year that are not drawn: what was known, or that it is missing.
    private let fixed: [(row: Int, value: Float)]
    private let held: HeldPowers?

    init(
      of fit: any FittedModel, held: HeldPowers?, data: DataSet, powers: [Power],
      years: ClosedRange<Int>
    ) {
      let rows = Dictionary(uniqueKeysWithValues: powers.enumerated().map { ($1, $0) })
      var lasts = Dictionary(uniqueKeysWithValues: zip(fit.powers, fit.lastYears))
      if let held { lasts.merge(zip(held.powers, held.lastYears)) { drawn, _ in drawn } }
      count = powers.count
      places = fit.powers.map { Int32(rows[$0] ?? 0) }
      self.held = held
      fixed = powers.enumerated().flatMap { row, power in
        let series = data[fit.indicator]?.series(of: power)
        let last = lasts[power]
        return years.enumerated().filter { _, year in last.map { year <= $0 } ?? true }
          .map { step, year in
            (step * powers.count + row, last == nil ? .nan : series?[year].map(Float.init) ?? .nan)
          }
      }
    }

    /// Draws the levels of all powers in one block.
    func draw(
      _ fit: any FittedModel, years: ClosedRange<Int>, from stream: BlockStream
    ) -> [Float] {
      filled(years: years) {
        fit.draw(years: years, from: stream, channel: fit.indicator.channel, into: $0)
      }
    }

    /// Draws levels that follow those of another indicator in the same block.
    func draw(
      _ fit: any FollowingFit, following leading: [Float], of powers: [Power],
      years: ClosedRange<Int>, from stream: BlockStream
    ) -> [Float] {
      filled(years: years) {
        fit.draw(
          years: years, from: stream, channel: fit.indicator.channel, following: leading,
          of: powers, into: $0)
      }
    }

    private func filled(years: ClosedRange<Int>, _ draw: (PathRoom) -> Void) -> [Float] {
      let lanes = BlockStream.lanes
      let size = years.count * count * lanes
      return [Float](unsafeUninitializedCapacity: size) { values, initialized in
        let room = PathRoom(
          UnsafeMutableBufferPointer(rebasing: values[..<size]), count: count, places: places,
          content: .levels)
        draw(room)
        for (row, value) in fixed {
          for lane in 0..<lanes { values[row * lanes + lane] = value }
        }
        held?.extend(
          UnsafeMutableBufferPointer(rebasing: values[..<size]), years: years, count: count)
        initialized = size
      }
    }
  }

  /// The fit of an indicator that no power's series can teach.
  struct NothingLearned: FittedModel {
    let indicator: Indicator
    let powers: [Power] = []
    let lastYears: [Int] = []

    func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      Paths(years: years, rows: 0)
    }
  }
}
