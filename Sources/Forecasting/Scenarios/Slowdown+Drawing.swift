import Probability
import Panels
import RealModule

extension Deviation.Slowdown {
  /// Lowers growth of output per head in the futures in which it slows.
  ///
  /// Deviates are addressed by power and year, so that more probable slowdowns are the same ones
  /// and some more.
  func apply(to futures: inout Futures<Float>, from stream: BlockStream, after origin: Int) {
    guard futures.levels[Indicator.outputPerHead.name] != nil, probability > 0 else { return }
    for power in powers {
      guard let row = futures.powers.firstIndex(of: power) else { continue }
      let losses = losses(of: power, in: futures, from: stream, after: origin)
      let (lanes, first) = (futures.lanes, futures.offset(year: futures.years.lowerBound, row: row))
      let stride = lanes * futures.powers.count
      futures.change(.outputPerHead) { levels in
        for cell in losses.indices where losses[cell] != 0 {
          levels[first + cell / lanes * stride + cell % lanes] *= Float(.exp(-losses[cell]))
        }
      }
    }
  }

  /// What has been lost of the logarithmic level by the end of each year, a row of lanes a year.
  private func losses(
    of power: Power, in futures: Futures<Float>, from stream: BlockStream, after origin: Int
  ) -> [Double] {
    let lanes = futures.lanes
    let limit = probability < 1 ? Normal.quantile(probability) : .infinity
    let channel = Indicator("slowdown." + power.code, unit: "").channel
    var losses: [Double] = []
    var lost = [Double](repeating: 0, count: lanes)
    var drops = lost
    var left = [Int](repeating: 0, count: lanes)
    var deviates = [Double](repeating: 0, count: 2 * lanes)
    for year in futures.years {
      if year > origin {
        deviates.withUnsafeMutableBufferPointer {
          stream.fill($0, channel: channel, step: year)
        }
        for lane in 0..<lanes {
          if left[lane] == 0, years.contains(year), deviates[lane] < limit {
            left[lane] = duration
            drops[lane] = drop * .exp(spread * deviates[lanes + lane])
          }
          if left[lane] > 0 {
            lost[lane] += drops[lane]
            left[lane] -= 1
          }
        }
      }
      losses += lost
    }
    return losses
  }
}
