import Probability
import Testing

@Suite("Kaplan and Meier's curve")
struct KaplanMeierTests {
  /// By the textbook: remission under 6-MP, Kalbfleisch and Prentice (1980), table 1.1.
  @Test func `reproduces the textbook's remissions`() {
    let times: [Double] = [
      6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35,
    ]
    let censored: Set<Int> = [3, 5, 7, 8, 11, 12, 13, 16, 17, 18, 19, 20]
    let curve = KaplanMeier(
      durations: times, ended: times.indices.map { !censored.contains($0) })
    #expect(curve.steps.map(\.time) == [6, 7, 10, 13, 16, 22, 23])
    #expect(curve.steps.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
    let wanted = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    for (step, value) in zip(curve.steps, wanted) { #expect(abs(step.survival - value) < 0.0005) }
    #expect(curve.median == 23)
  }

  /// By law: without censoring it is the share that lasts longer.
  @Test func `is the empirical share where all ended`() {
    let curve = KaplanMeier(durations: [1, 2, 2, 5], ended: [true, true, true, true])
    #expect(curve.steps.map(\.survival) == [0.75, 0.25, 0])
    #expect(curve.steps.dropLast().allSatisfy { $0.low < $0.survival && $0.survival < $0.high })
  }

  @Test func `has no step where nothing ended`() {
    #expect(KaplanMeier(durations: [3, 4], ended: [false, false]).steps.isEmpty)
  }
}
