/// The kernel's arithmetic in single precision, one number at a time: the same bits, slowly.
///
/// Swift never contracts a product and a sum, so that every operation here is one of the kernel's.
public enum PlainKernel {
  /// The deviates of some rows, each of sixteen: four rows from four counters.
  public static func rows(
    _ count: Int, seed: UInt64, stream: UInt64, counter: UInt64
  ) -> [[Float]] {
    (0..<(count + 3) / 4).flatMap { panel in
      let pairs = (0..<4).flatMap { index -> [(Float, Float)] in
        let words = words(seed: seed, stream: stream, counter: counter + UInt64(4 * panel + index))
        return [pair(words[0], words[1]), pair(words[2], words[3])]
      }
      return turned(pairs.map(\.0) + pairs.map(\.1))
    }
    .prefix(count).map(\.self)
  }

  /// Four lanes' quaternions, parts by parts, from the left by 1, *i*, *j* and *k*: a row a part.
  private static func turned(_ parts: [Float]) -> [[Float]] {
    var rows = [[Float]](repeating: [], count: 4)
    for turn in 0..<4 {
      for lane in 0..<4 {
        let (w, x, y, z) = (parts[lane], parts[4 + lane], parts[8 + lane], parts[12 + lane])
        let product = [[w, x, y, z], [-x, w, -z, y], [-y, z, w, -x], [-z, -y, x, w]][turn]
        for part in 0..<4 { rows[part].append(product[part]) }
      }
    }
    return rows
  }

  /// The generator's four words at a counter.
  private static func words(seed: UInt64, stream: UInt64, counter: UInt64) -> [UInt32] {
    philox(counter: halves(counter) + halves(stream), key: halves(seed))
  }

  private static func halves(_ x: UInt64) -> [UInt32] {
    [UInt32(truncatingIfNeeded: x), UInt32(x >> 32)]
  }

  private static func uniform(_ word: UInt32) -> Float {
    Float(Int32(word >> 1)) * 0x1p-31 + 0x1p-32
  }

  /// Box and Muller's transform of two words.
  private static func pair(_ first: UInt32, _ second: UInt32) -> (Float, Float) {
    let radius = (-2 * logarithm(uniform(first))).squareRoot()
    let t: Float = (Float(Int32(second >> 9)) + 0.5) * 9.36267570e-08
    let z = t * t
    let sineTerm: Float = -1.6666654611e-1 + z * (8.3321608736e-3 + z * -1.9515295891e-4)
    let sine = t + t * z * sineTerm
    let cosineTerm: Float =
      4.166664568298827e-2 + z * (-1.388731625493765e-3 + z * 2.443315711809948e-5)
    let cosine = 1 - 0.5 * z + z * z * cosineTerm
    var (x, y) = second & 1 == 1 ? (sine, cosine) : (cosine, sine)
    if second & 2 != 0 { x = -x }
    if second & 4 != 0 { y = -y }
    return (radius * x, radius * y)
  }

  /// After Cephes' logf.
  static func logarithm(_ x: Float) -> Float {
    let bits = x.bitPattern &+ (0x3F80_0000 - 0x3F35_04F3)
    let k = Float(Int32(bits >> 23) - 127)
    let f = Float(bitPattern: (bits & 0x007F_FFFF) + 0x3F35_04F3) - 1
    let z = f * f
    let coefficients: [Float] = [
      -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
      2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
    ]
    var p: Float = 7.0376836292e-2
    for coefficient in coefficients { p = p * f + coefficient }
    p = p * f * z - k * 2.12194440e-4 - 0.5 * z
    return k * 0.693359375 + (f + p)
  }

  /// After Cephes' expf.
  public static func exponential(_ value: Float) -> Float {
    let x = max(-80, min(80, value))
    let shifted: Float = x * 1.44269504088896341 + 12_582_912
    let k = shifted - 12_582_912
    let r = (x - k * 0.693359375) + k * 2.12194440e-4
    let coefficients: [Float] = [
      1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
    ]
    var p: Float = 1.9875691500e-4
    for coefficient in coefficients { p = p * r + coefficient }
    p = p * (r * r) + r + 1
    return p * Float(bitPattern: (shifted.bitPattern &+ 127) << 23)
  }

  /// Weights of the common deviates, then of the row's own, times deviates: the common ones first.
  public static func correlated(_ weights: [[Float]], _ deviates: [[Float]]) -> [[Float]] {
    weights.enumerated().map { row, weights in
      let common = weights.count - 1
      return (0..<16).map { lane in
        let shared = zip(weights.dropLast(), deviates).reduce(Float(0)) {
          $0 + $1.0 * $1.1[lane]
        }
        return shared + weights[common] * deviates[common + row][lane]
      }
    }
  }

  /// The common scale of Student's t with five degrees: two of chi-square for a word, and a square.
  public static func tailOfFive(seed: UInt64, stream: UInt64, counter: UInt64) -> [Float] {
    (0..<16).map { lane in
      let one = words(seed: seed, stream: stream, counter: counter + UInt64(lane / 2))
      let two = words(seed: seed, stream: stream, counter: counter + UInt64(8 + lane / 2))
      let place = 2 * (lane % 2)
      var sum = -2 * logarithm(uniform(one[place]))
      sum += -2 * logarithm(uniform(one[place + 1]))
      let normal = pair(two[place], two[place + 1]).0
      sum += normal * normal
      return (3 / sum).squareRoot()
    }
  }
}
