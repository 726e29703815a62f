import CKernel
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
      following leading: [Float], of powers: [Power], into room: PathRoom
    ) {
      precondition(
        leading.isEmpty || leading.count == years.count * room.count * BlockStream.lanes,
        "what is followed has the shape of the room")
      base.draw(years: years, from: stream, channel: channel, into: room.holding(.scale))
      let ahead = leading.isEmpty ? nil : powers.firstIndex(of: effect.income.leader)
      leading.withUnsafeBufferPointer { leading in
        var lead = primacy_lead(
          levels: ahead == nil ? nil : leading.baseAddress, row: ahead ?? 0,
          slope: Float(effect.slope))
        room.withTarget(indicator.scale, years: years) { target in
          primacy_follow(
            &lead, Int32(years.lowerBound), years.count, last.count, last.map(Float.init),
            lastYears.map(Int32.init), target)
        }
      }
    }
  }
}
