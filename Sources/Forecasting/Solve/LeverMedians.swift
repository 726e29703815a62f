import Models
import Panels
import RealModule

/// Where levers stand in the median of futures, and what a move makes of them.
struct LeverMedians: Sendable {
  private let origin: Int
  private let target: Int
  private let data: DataSet
  private let weights: [(power: Power, weight: Double)]
  private let medians: [PilotRow: MedianLine]
  private let reference: Power

  init(
    of record: Forecaster.Record, _ fitted: FittedContest, figures forecaster: Forecaster,
    target: Int
  ) async {
    origin = forecaster.origin
    self.target = target
    data = forecaster.data
    weights = record.weights(in: forecaster.past)
    reference = record.incumbents.count == 1 ? record.incumbents[0] : .unitedStates
    let indicators = Solution.Lever.allCases.map(\.indicator)
      .filter { record.measure.formula.indicators.contains($0) }
    medians = await Pilot(fitted, record).medians(
      of: indicators.flatMap { indicator in
        (record.challengers + record.incumbents).map {
          PilotRow(indicator: indicator, power: $0)
        }
      })
  }

  private var years: Int { target - origin }

  /// A lever's value when its indicator is moved by an amount at the target.
  func value(of lever: Solution.Lever, moved amount: Double) -> Double {
    switch lever {
    case .growth:
      return (change(.outputPerHead, of: weights) + amount) / Double(years)
    case .exchangeRate:
      return change(.priceLevel, of: challengers) + amount
    case .burden:
      return challengers.reduce(0) { sum, member in
        let row = PilotRow(indicator: .burden, power: member.power)
        let level = Double.exp((medians[row]?[target] ?? .nan) + amount)
        return sum + member.weight * level / (1 + level)
      }
    }
  }

  /// Where a lever's value stands among all countries' spells of as many years.
  func comparison(of lever: Solution.Lever, at value: Double) -> SpellComparison? {
    guard let panel = data[lever.indicator] else { return nil }
    switch lever {
    case .growth:
      return SpellComparison(
        of: value, among: Spell.growth(in: panel, lasting: years, against: reference),
        years: years)
    case .exchangeRate:
      return SpellComparison(
        of: value, among: Spell.appreciation(in: panel, lasting: years), years: years)
    case .burden:
      let now = challengers.reduce(0) { sum, member in
        let level = panel.series(of: member.power).flatMap { series in
          series.coverage.flatMap { series[$0.upperBound] }
        }
        return sum + member.weight * (level ?? .nan)
      }
      return SpellComparison(
        of: value - now, among: Spell.burden(in: panel, lasting: years), years: years)
    }
  }

  private var challengers: [(power: Power, weight: Double)] {
    weights.filter { $0.weight > 0 }
  }

  /// The weighted change of medians on the indicator's scale from the origin to the target.
  private func change(
    _ indicator: Indicator, of weights: [(power: Power, weight: Double)]
  ) -> Double {
    weights.reduce(0) { sum, member in
      let row = PilotRow(indicator: indicator, power: member.power)
      let start =
        medians[row]?[origin]
        ?? data[indicator]?[member.power, origin].flatMap(indicator.scale.transform) ?? .nan
      return sum + member.weight * ((medians[row]?[target] ?? .nan) - start)
    }
  }
}
