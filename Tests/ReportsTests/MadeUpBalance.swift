import Panels
import RealModule
import TestSupport

@testable import Balancing
@testable import Forecasting
@testable import Reports

/// How the made-up powers balance, and what moves their contests: for charts of it.
extension MadeUp {
  private static func event(_ probability: Double) -> EventForecast {
    let total = Int((1000 * probability).rounded())
    return EventForecast(
      years: 2026...2075, counts: (1...50).map { total * $0 / 50 - total * ($0 - 1) / 50 },
      futures: 1000)
  }

  /// Two drivers, of which one does most in the past and the other from now on.
  static func drivers(of forecasts: [CrossingForecast]) -> DriverFindings {
    func steps(_ years: ClosedRange<Int>, _ effects: [Decomposition.Effect]) -> [Decomposition.Step]
    {
      years.dropLast().map { year in
        let ratio: Double = 0.5 * .exp(0.01 * Double(year - 2025))
        return Decomposition.Step(
          firstYear: year, lastYear: year + 1, ratios: (ratio, ratio * 1.01), effects: effects)
      }
    }
    let contest = forecasts[0].contest
    let decompositions = forecasts.prefix(2).map { forecast in
      Decomposition(
        measure: forecast.measure, contest: contest,
        past: steps(
          2000...2025,
          [
            .init(driver: "population", challenger: 0.005, incumbent: 0.009),
            .init(driver: "gdp_per_capita.ppp", challenger: 0.06, incumbent: 0.015),
          ]),
        future: steps(
          2025...2075,
          [
            .init(driver: "population", challenger: -0.006, incumbent: 0.004),
            .init(driver: "gdp_per_capita.ppp", challenger: 0.02, incumbent: 0.015),
          ]))
    }
    let tornado = Tornado(
      measure: forecasts[0].measure, contest: contest, target: 2050, baseline: event(0.5),
      bars: [
        .init(driver: .outputPerHead, deviation: 0.3, low: event(0.2), high: event(0.9)),
        .init(driver: .population, deviation: 0.05, low: event(0.45), high: event(0.55)),
      ])
    let alternatives = [("a-hard-landing", 0.5), ("stronger-growth", 1.4)].map { name, factor in
      ScenarioComparison.Alternative(
        scenario: Scenario(name: name, sentence: "Something else is true.", deviations: []),
        forecasts: forecasts.map { before in
          let chance = before.awaited.probability(by: 2075)
          return forecast(
            before.measure, before.contest, ratio: before.ratio,
            probability: max(0.01, min(0.99, factor * chance)))
        })
    }
    return DriverFindings(
      decompositions: decompositions, tornado: tornado,
      comparison: ScenarioComparison(baseline: forecasts, alternatives: alternatives))
  }

  /// Power concentrates, coalitions catch up; pairs as `MadeUpWorld` has them.
  static func balance(of contest: Contest) async throws -> BalanceFindings {
    let years = 2026...2075
    let orders = years.map { year in
      [20 * (year - 2025), 0, 500 - 10 * (year - 2025), 500 - 10 * (year - 2025)]
    }
    let two = try MadeUp.contest(["CHN"], ["USA"])
    return BalanceFindings(
      polarity: [
        PolarityForecast(
          .outputPPP, .modelskiThompson, years: years, now: (.bipolar, 2025), counts: orders,
          ends: [], futures: 1000)
      ],
      parity: [
        ParityForecast(
          measure: .spendingMER, leader: "USA", years: years,
          outlooks: [["CHN"], ["CHN", "RUS"]].enumerated().map { place, members in
            ParityForecast.Outlook(
              members: members, event: event(0.3 + 0.3 * Double(place)),
              parity: years.map { 0.01 * Double(1 + place) * Double($0 - 2025) })
          })
      ],
      burden: DefenceAlliance.joining(contest.incumbent, in: names, year: 2025)
        .map { BurdenSharing($0, in: names) },
      threat: ThreatContestChart(contest, MadeUpWorld.relations, names: names),
      alignment: await alignment.value, soft: SoftChart(two, MadeUpWorld.relations, names: names),
      effort: EffortChart(contest, names: names),
      armsRace: BalanceFindings.armsRaces(contest, in: names),
      coalitions: LeaderCoalitions(contest, in: names))
  }

  /// Learned once, for all tests.
  private static let alignment = Task { await AlignmentChart(MadeUpWorld.relations, names: names) }
}

extension MadeUpWorld {
  private static let seats: [(power: Power, latitude: Double, longitude: Double)] = [
    ("USA", 38.9, -77), ("CHN", 39.9, 116.4), ("IND", 28.6, 77.2), ("GBR", 51.5, -0.1),
    ("RUS", 55.8, 37.6), ("DEU", 52.5, 13.4), ("JPN", 35.7, 139.7),
  ]

  private static let pairs: [PowerPair] = seats.enumerated().flatMap { place, one in
    seats.dropFirst(place + 1).map { PowerPair(one.power, $0.power) }
  }

  /// Pacts and disputes that come and go by chance, the same on every machine.
  static let relations: Relations = {
    var deviates = Deviates(seed: 1)
    var pacts: [PowerPair: [PairSpells.Spell]] = [:]
    var disputes: [PowerPair: [PairEvents.Event]] = [:]
    for pair in pairs {
      var first = 1816
      while first < 2018 {
        let begin = first + 5 + Int(abs(8 * deviates.next()))
        let end = min(2018, begin + 3 + Int(abs(10 * deviates.next())))
        if begin < end { pacts[pair, default: []].append(.init(years: begin...end)) }
        first = end + 1
      }
      disputes[pair] = (1816...2018).filter { _ in deviates.next() > 1.2 }
        .map { PairEvents.Event(year: $0, value: 4) }
    }
    var points: [Power: [Int: IdealPoints.Point]] = [:]
    for (place, seat) in seats.enumerated() {
      for year in 1946...2023 {
        let value = Double(place) / 3 - 1 + 0.1 * deviates.next() + 0.005 * Double(year - 2000)
        points[seat.power, default: [:]][year] = .init(value, low: value - 0.1, high: value + 0.1)
      }
    }
    return Relations(
      alliances: [.defense: PairSpells(pacts)],
      contiguity: PairSpells([
        PowerPair("CHN", "RUS"): [.init(years: 1816...2016)],
        PowerPair("CHN", "IND"): [.init(years: 1816...2016)],
        PowerPair("USA", "GBR"): [.init(years: 1816...2016, kind: 5)],
      ]),
      disputes: PairEvents(disputes),
      agreements: PairEvents([
        PowerPair("CHN", "IND"): [.init(year: 2010, value: 1)],
        PowerPair("DEU", "GBR"): [.init(year: 1960, value: 1)],
        PowerPair("JPN", "USA"): [.init(year: 2000, value: 1)],
      ]),
      idealPoints: IdealPoints(points),
      capitals: Capitals(
        Dictionary(
          uniqueKeysWithValues: seats.map { seat in
            (
              seat.power,
              [
                Capitals.Seat(
                  name: "made", years: 1816...2025, latitude: seat.latitude,
                  longitude: seat.longitude)
              ]
            )
          })))
  }()
}
