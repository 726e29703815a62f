import Balancing
import Forecasting
import Panels
import TestSupport

/// A small world with figures and relations made up.
struct MadeWorld {
  /// By power: capability and military spending, the same in every year.
  var powers: [Power: (capability: Double, spending: Double)] = [
    "AAA": (40, 8), "BBB": (30, 9), "CCC": (20, 2), "DDD": (10, 1),
  ]
  /// By power: where its capital lies.
  var seats: [Power: (latitude: Double, longitude: Double)] = [
    "AAA": (0, 0), "BBB": (0, 10), "CCC": (10, 0), "DDD": (50, 50),
  ]
  var ideals: [Power: Double] = ["AAA": 1, "BBB": -1, "CCC": 0, "DDD": 2]
  var borders: [PowerPair] = [PowerPair("AAA", "CCC")]
  var disputes: [PowerPair: [Int]] = [PowerPair("BBB", "CCC"): [1995, 1997]]
  var pacts: [PowerPair: ClosedRange<Int>] = [:]
  var years = 1990...2000

  var data: DataSet {
    func panel(_ name: String, _ value: ((capability: Double, spending: Double)) -> Double) -> Panel
    {
      .made(
        Indicator(name, unit: "made"), from: years.lowerBound,
        powers.mapValues { pair in years.map { _ in value(pair) } })
    }
    return DataSet(
      panels: [panel("capability", \.capability), panel("spending", \.spending)],
      entities: powers.keys.map {
        Entity(power: $0, name: $0.code, continuedAs: nil, years: Int.min...Int.max)
      }, checksum: "made")
  }

  var relations: Relations {
    Relations(
      alliances: [.defense: PairSpells(pacts.mapValues { [PairSpells.Spell(years: $0)] })],
      contiguity: PairSpells(
        Dictionary(
          uniqueKeysWithValues: borders.map { ($0, [PairSpells.Spell(years: years)]) })),
      // Disputes of a pair far away make the source cover all years.
      disputes: PairEvents(
        disputes.merging([PowerPair("YYY", "ZZZ"): Array(years)]) { $1 }
          .mapValues { $0.map { PairEvents.Event(year: $0, value: 4) } }),
      agreements: PairEvents([:]),
      idealPoints: IdealPoints(
        ideals.mapValues { value in
          Dictionary(
            uniqueKeysWithValues: years.map {
              ($0, IdealPoints.Point(value, low: value - 0.1, high: value + 0.1))
            })
        }),
      capitals: Capitals(
        seats.mapValues {
          [
            Capitals.Seat(
              name: "made", years: years, latitude: $0.latitude, longitude: $0.longitude)
          ]
        }))
  }

  func field(_ options: ThreatField.Options = ThreatField.Options()) throws -> ThreatField {
    let data = data
    func measure(_ name: String) throws -> Measure {
      Measure(try data.panel(named: name).indicator)
    }
    return try ThreatField(
      measure("capability"), spending: measure("spending"), data: data, relations: relations,
      options: options)
  }
}
