import CKernel

/// Countries' years laid out for the kernel's likelihoods, 32 countries side by side.
///
/// Countries of similar length stand together, so that little is padded.
struct Abreast: Sendable {
  private let steps: [Int]
  private let values: [Double]
  private let variances: [Double]

  /// - Parameters:
  ///   - runs: One run a country.
  ///   - variances: One a country.
  init(_ runs: [[Double]], variances: [Double]) {
    let width = Int(PRIMACY_ABREAST)
    let order = runs.indices.sorted { (runs[$1].count, $0) < (runs[$0].count, $1) }
    var steps: [Int] = []
    var values: [Double] = []
    var spreads: [Double] = []
    for first in stride(from: 0, to: order.count, by: width) {
      let group = order[first..<min(first + width, order.count)]
      let length = runs[order[first]].count
      steps.append(length)
      for lane in 0..<width {
        spreads.append(lane < group.count ? variances[order[first + lane]] : 1)
      }
      for step in 0..<length {
        for lane in 0..<width {
          let country = lane < group.count ? order[first + lane] : nil
          let isKnown = country.map { step < runs[$0].count } ?? false
          values.append(isKnown ? runs[country ?? 0][step] : .nan)
        }
      }
    }
    self.steps = steps
    self.values = values
    self.variances = spreads
  }

  /// Lends the countries to the kernel.
  func withSample(_ body: (primacy_sample) -> Double) -> Double {
    steps.withUnsafeBufferPointer { steps in
      values.withUnsafeBufferPointer { values in
        variances.withUnsafeBufferPointer { variances in
          body(
            primacy_sample(
              groups: steps.count, steps: steps.baseAddress, values: values.baseAddress,
              variances: variances.baseAddress))
        }
      }
    }
  }
}
