import LinearAlgebra
import Testing

/// Expects numbers to differ from those wanted by at most a fraction of the largest wanted.
func expectClose(
  _ have: [Double], _ want: [Double], within tolerance: Double,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(have.count == want.count, sourceLocation: location)
  let scale = want.map(\.magnitude).max() ?? 0
  let error = zip(have, want).map { abs($0 - $1) }.reduce(0) { $0 > $1 || $0.isNaN ? $0 : $1 }
  #expect(error <= tolerance * max(scale, .leastNormalMagnitude), sourceLocation: location)
}
