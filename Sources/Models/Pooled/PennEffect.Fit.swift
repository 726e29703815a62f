import Panels
import Probability

extension PennEffect {
  /// What is known of some powers' price levels at the leader's income, and how they follow it.
  struct Fit: FollowingFit {
    private let base: any FittedModel
    private let effect: PennEffect
    /// The logarithm of relative income in each power's last year of prices.
    private let last: [Double]

    /// - Parameters:
    ///   - effect: The slope.
    ///   - base: A fit of the price levels at the leader's income.
    init(_ effect: PennEffect, base: any FittedModel) {
      self.effect = effect
      self.base = base
      last = zip(base.powers, base.lastYears).map { effect.income[$0, $1] ?? 0 }
    }

    var followed: Indicator { effect.income.panel.indicator }
    var indicator: Indicator { base.indicator }
    var powers: [Power] { base.powers }
    var lastYears: [Int] { base.lastYears }

    /// Paths on the scale with income as in each power's last year.
    func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      drawnAlone(years: years, from: stream, channel: channel)
    }

    func draw(
      years: ClosedRange<Int>, from stream: BlockStream, channel: Int, into room: PathRoom
    ) {
      draw(years: years, from: stream, channel: channel, following: [], of: [], into: room)
    }

    func draw(
      years: ClosedRange<Int>, from stream: BlockStream, channel: Int,
      following leading: [Double], of powers: [Power], into room: PathRoom
    ) {
      let lanes = BlockStream.lanes
      base.draw(years: years, from: stream, channel: channel, into: room.holding(.scale))
      var logs = leading
      logs.withUnsafeMutableBufferPointer { Vector.takeLogarithms($0) }
      let ahead = logs.isEmpty ? nil : powers.firstIndex(of: effect.income.leader)
      for (row, place) in room.places.enumerated() {
        for (step, year) in years.enumerated() where year > lastYears[row] {
          let first = step * room.count * lanes
          let own = first + Int(place) * lanes
          for lane in 0..<lanes {
            let relative = ahead.map { logs[own + lane] - logs[first + $0 * lanes + lane] } ?? .nan
            room.values[own + lane] += effect.slope * (relative.isNaN ? last[row] : relative)
          }
          guard room.content == .levels else { continue }
          Vector.exponentiate(
            UnsafeMutableBufferPointer(rebasing: room.values[own..<own + lanes]))
        }
      }
    }
  }
}
