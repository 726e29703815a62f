import Charts
import Forecasting
import Foundation
import Models
import Panels

/// How the cost of a forecast grows with one size.
struct Growth {
  let what: String
  let sizes: [Int]
  /// Processor time in seconds.
  let costs: [Double]

  /// The slope of the logarithm of the cost by least squares.
  var exponent: Double {
    let (x, y) = (sizes.map { log(Double($0)) }, costs.map { log($0) })
    let (a, b) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
    return products / x.reduce(0) { $0 + ($1 - a) * ($1 - a) }
  }
}

extension Benchmarks {
  static func growth(of data: DataSet) async throws -> [Growth] {
    func forecast(
      _ what: String, _ sizes: [Int], _ set: (inout Forecaster.Options, Int) -> Void
    ) async throws -> Growth {
      var costs: [Double] = []
      for size in sizes {
        var options = Forecaster.Options()
        set(&options, size)
        let forecaster = try Forecaster(data, options: options)
        let contest = try Contest(challenger: Side("CHN"), incumbent: Side("USA"))
        costs.append(try await Runs(3) { _ = try await forecaster.forecast(contest) }.least)
      }
      return Growth(what: what, sizes: sizes, costs: costs)
    }
    var costs: [Double] = []
    let origins = [4, 8, 16, 32]
    for count in origins {
      var options = Backtest.Options()
      options.origins = (0..<count).map { 1950 + 2 * $0 }
      options.models = [SimulatedBacktestModel(Pooled())]
      options.futures = 500
      let backtest = try Backtest(data, options: options)
      costs.append(try await Runs(3) { _ = try await backtest.run() }.least)
    }
    return [
      try await forecast("powers", [15, 30, 60, 120]) { $0.powers = $1 },
      try await forecast("futures", [5_000, 10_000, 20_000, 40_000]) { $0.futures = $1 },
      try await forecast("horizon", [15, 30, 60, 120]) { $0.horizon = $1 },
      Growth(what: "origins of a backtest", sizes: origins, costs: costs),
    ]
  }

  static func chart(of growth: [Growth]) -> Chart {
    let lines = growth.enumerated().map { index, growth in
      Line(
        zip(growth.sizes, growth.costs).map {
          Point(x: Double($0) / Double(growth.sizes[0]), y: $1 / growth.costs[0])
        }, hue: .category(index), label: growth.what)
    }
    let even = Line(
      [Point(x: 1, y: 1), Point(x: 8, y: 8)], hue: .muted, stroke: .dashed, label: "in proportion")
    let steepest = growth.max { $0.exponent < $1.exponent }
    let power = Numeral.fixed(steepest?.exponent ?? .nan, places: 2)
    return Chart(
      title: (steepest?.exponent ?? 0) < 1.05
        ? "A forecast’s cost grows in proportion to what is asked of it, or more slowly"
        : "A forecast’s cost grows with \(steepest?.what ?? "") to the power of \(power)",
      subtitle: "Processor time as a multiple of that for the smallest size, logarithmic scales",
      description: "Lines of cost against powers, futures, horizon and origins, both logarithmic.",
      footer: ["Measured by make bench; bench.md beside it has the seconds and the machine."],
      x: .log("size, as a multiple of the smallest", format: .number(before: "×")),
      y: .log("processor time", format: .number(before: "×")),
      marks: [even] + lines.map { $0 as any Mark }
        + [DirectLabels(of: [even] + lines) { "×\(Numeral.fixed($0, places: 1))" }])
  }
}
