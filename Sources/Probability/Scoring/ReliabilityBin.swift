/// The forecasts whose probability lies between two edges, and how often they came true.
public struct ReliabilityBin: Equatable, Sendable {
  /// The edges; the upper one belongs to the bin only where it is 1.
  public let range: ClosedRange<Double>
  public let meanProbability: Double
  /// How many of the bin's forecasts came true.
  public let occurred: Proportion
  /// The sum over the bin of squared distances from `meanProbability`.
  let squares: Double
  /// The sum over the bin of products of deviations of probability and outcome.
  let products: Double

  /// - Precondition: At least one forecast.
  init(_ forecasts: [BinaryForecast], range: ClosedRange<Double>) {
    let mean = forecasts.reduce(0) { $0 + $1.probability } / Double(forecasts.count)
    let occurred = Proportion(count: forecasts.count(where: \.occurred), of: forecasts.count)
    self.range = range
    meanProbability = mean
    self.occurred = occurred
    squares = forecasts.reduce(0) { $0 + ($1.probability - mean) * ($1.probability - mean) }
    products = forecasts.reduce(0) {
      $0 + ($1.probability - mean) * ($1.outcome - occurred.frequency)
    }
  }
}

extension ReliabilityBin {
  /// Edges of bins of equal width from 0 to 1.
  public static func equalEdges(_ count: Int) -> [Double] {
    precondition(count > 0, "reliability needs a bin")
    return (0...count).map { Double($0) / Double(count) }
  }

  /// The forecasts by bin, in order; a bin without a forecast is left out.
  ///
  /// - Precondition: Edges ascend from 0 to 1.
  public static func bins(
    of forecasts: [BinaryForecast], edges: [Double] = equalEdges(10)
  ) -> [ReliabilityBin] {
    precondition(edges.count > 1 && edges.first == 0 && edges.last == 1, "edges go from 0 to 1")
    precondition(zip(edges, edges.dropFirst()).allSatisfy(<), "edges ascend")
    var members = [[BinaryForecast]](repeating: [], count: edges.count - 1)
    for forecast in forecasts {
      let above = edges.partitioningIndex { $0 > forecast.probability }
      members[min(above, edges.count - 1) - 1].append(forecast)
    }
    return members.indices.filter { !members[$0].isEmpty }.map {
      ReliabilityBin(members[$0], range: edges[$0]...edges[$0 + 1])
    }
  }
}
