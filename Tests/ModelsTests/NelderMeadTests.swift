import RealModule
import Testing

@testable import Models

@Suite("Nelder and Mead's simplex")
struct NelderMeadTests {
  /// Rosenbrock's valley has its minimum, zero, at (1, 1).
  @Test func `finds the end of Rosenbrock's valley`() {
    let found = NelderMead(tolerance: 1e-14).minimize(from: [-1.2, 1], steps: [0.5, 0.5]) { x in
      let a = x[1] - x[0] * x[0]
      return 100 * a * a + (1 - x[0]) * (1 - x[0])
    }
    #expect(abs(found.point[0] - 1) < 1e-5)
    #expect(abs(found.point[1] - 1) < 1e-5)
  }

  @Test func `stays where the function has a value`() {
    let found = NelderMead().minimize(from: [2], steps: [1]) { x in
      x[0] > 0 ? x[0] - .log(x[0]) : .nan
    }
    #expect(abs(found.point[0] - 1) < 1e-3)
  }
}
