import Charts
import TestSupport
import Testing

@Suite("Example charts")
struct ExampleChartTests {
  static let widths = [360.0, 720, 1200]

  @Test(arguments: widths)
  func `a fan of a ratio`(width: Double) throws {
    let chart = Examples.ratioFan.resized(to: width)
    try expectSnapshot(chart.render(), named: "example-fan-\(Int(width)).svg")
  }

  @Test(arguments: widths, [4, 12])
  func `probabilities of a crossing`(width: Double, count: Int) throws {
    let chart = Examples.crossing(count).resized(to: width)
    try expectSnapshot(chart.render(), named: "example-crossing-\(count)-\(Int(width)).svg")
  }

  @Test(arguments: widths)
  func `small multiples`(width: Double) throws {
    let chart = Examples.multiples(9).resized(to: width)
    try expectSnapshot(chart.render(), named: "example-multiples-\(Int(width)).svg")
  }

  @Test(arguments: widths)
  func `bars, shares and a table of shades`(width: Double) throws {
    for (name, chart) in [
      ("bars", Examples.bars), ("shares", Examples.shares), ("cells", Examples.heat),
    ] {
      try expectSnapshot(
        chart.resized(to: width).render(), named: "example-\(name)-\(Int(width)).svg")
    }
  }
}
