import TestSupport
import Testing

@testable import Models

@Suite("Hierarchy of normals")
struct NormalHierarchyTests {
  /// By hand: 1 and 3, each with variance ½, scatter by 2 where their errors say ½.
  @Test func `finds the spread beyond errors`() {
    let hierarchy = NormalHierarchy([1, 3], variances: [0.5, 0.5])
    #expect(abs(hierarchy.mean - 2) < 1e-12)
    #expect(abs(hierarchy.spread - 1.5) < 1e-9)
    let posterior = hierarchy.posterior(of: 1, variance: 0.5)
    #expect(abs(posterior.mean - 1.25) < 1e-9)
    #expect(abs(posterior.variance - 0.375) < 1e-9)
  }

  @Test func `finds none where errors explain the scatter`() {
    let hierarchy = NormalHierarchy([1, 1.1, 0.9], variances: [1, 1, 1])
    #expect(hierarchy.spread == 0)
    #expect(hierarchy.posterior(of: 1.1, variance: 1).mean == hierarchy.mean)
  }

  /// By law: what tells nothing changes nothing, and is what the others are.
  @Test func `does not heed an estimate without an end to its error`() {
    let two = NormalHierarchy([1, 3], variances: [0.5, 0.5])
    let three = NormalHierarchy([1, 3, 100], variances: [0.5, 0.5, .infinity])
    #expect(two == three)
    #expect(three.posterior(of: 100, variance: .infinity).mean == three.mean)
  }
}
