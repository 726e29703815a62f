import RealModule

/// The standard normal distribution.
public enum Normal {
  public static func density(_ x: Double) -> Double {
    .exp(-0.5 * x * x) / (2 * .pi).squareRoot()
  }

  public static func cumulative(_ x: Double) -> Double {
    0.5 * .erfc(-x / 2.0.squareRoot())
  }

  /// The quantile at a probability, to full precision.
  ///
  /// **Source.** Wichura, "Algorithm AS 241" (1988), doi:10.2307/2347330, starts two Newton
  /// steps on the cumulative distribution; its 7-digit version PPND7 is enough for that.
  ///
  /// - Precondition: A probability strictly between 0 and 1.
  public static func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile needs a probability inside 0…1")
    var x = start(probability)
    for _ in 0..<2 {
      let excess = (cumulative(x) - probability) / density(x)
      x -= excess / (1 + 0.5 * x * excess)
    }
    return x
  }

  private static func start(_ probability: Double) -> Double {
    let q = probability - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      let top = ((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179
      let bottom = ((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1
      return q * top / bottom
    }
    var r = (-Double.log(min(probability, 1 - probability))).squareRoot()
    let x: Double
    if r <= 5 {
      r -= 1.6
      let top = ((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777
      x = top / ((0.12021132975 * r + 0.73700164250) * r + 1)
    } else {
      r -= 5
      let top = ((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150
      x = top / ((0.012258202635 * r + 0.24197894225) * r + 1)
    }
    return q < 0 ? -x : x
  }
}
