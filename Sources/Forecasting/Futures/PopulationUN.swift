import Models
import Panels
import Probability
import RealModule

/// The United Nations' projection of populations as a model's fit.
///
/// Each future keeps one standard normal deviate a power for all years: the logarithm of its
/// population stands that many deviations from the medium variant, a deviation being what the
/// bounds of the central 80 % interval say. Paths start from the last level known.
///
/// **Source.** United Nations, *World Population Prospects 2024: Methodology* (2024), for the
/// bounds; that errors keep their sign from year to year is our reading.
struct PopulationUN: FittedModel {
  /// The year in which the projection was published.
  static let published = 2024
  /// The standard normal quantile of the upper bound, at 0.9.
  private static let bound = 1.2815515655446004

  let indicator = Indicator.population
  let powers: [Power]
  let lastYears: [Int]
  private let levels: [Double]
  private let medium: [Series]
  private let upper: [Series?]
  private let lower: [Series?]

  init?(_ data: DataSet, projections: DataSet, powers: [Power], origin: Int) {
    guard let population = data[.population], let medium = projections[.populationUN] else {
      return nil
    }
    var rows: [(power: Power, last: Int, level: Double, medium: Series)] = []
    for power in powers {
      guard let series = population.series(of: power), let last = series.coverage?.upperBound,
        last + Runs.staleAfter >= origin, let level = series[last],
        let path = medium.series(of: power), path.coverage != nil
      else { continue }
      rows.append((power, last, level, path))
    }
    self.powers = rows.map(\.power)
    lastYears = rows.map(\.last)
    levels = rows.map(\.level)
    self.medium = rows.map(\.medium)
    upper = rows.map { projections[.populationUNUpper80]?.series(of: $0.power) }
    lower = rows.map { projections[.populationUNLower80]?.series(of: $0.power) }
  }

  func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
    let lanes = BlockStream.lanes
    var paths = Paths(years: years, rows: powers.count)
    var deviate = [Double](repeating: 0, count: powers.count * lanes)
    deviate.withUnsafeMutableBufferPointer { stream.fill($0, channel: channel, step: 0) }
    for row in powers.indices {
      // The projection's own level in the last year known, so that paths start where data end.
      let base = medium[row][lastYears[row]] ?? levels[row]
      for year in years where year > lastYears[row] {
        guard let centre = medium[row][year] else { continue }
        let mean = Double.log(levels[row] * centre / base)
        let up = (upper[row]?[year]).map { .log($0 / centre) / Self.bound } ?? 0
        let down = (lower[row]?[year]).map { .log(centre / $0) / Self.bound } ?? 0
        let output = paths.offset(year: year, row: row)
        for lane in 0..<lanes {
          let z = deviate[row * lanes + lane]
          paths.values[output + lane] = mean + z * (z > 0 ? up : down)
        }
      }
    }
    return paths
  }
}
