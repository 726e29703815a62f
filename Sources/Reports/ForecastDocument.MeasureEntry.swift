import Forecasting

extension ForecastDocument {
  /// One measure's part of the document.
  struct MeasureEntry: Encodable, Sendable {
    private let forecast: CrossingForecast
    private let years: [Int]
    private let baseRates: [String: Double]
    private let skills: [String: Double]
    private let reliability: [String: [Bin]]

    init(_ forecast: CrossingForecast, years: [Int], forecaster: Forecaster) {
      self.forecast = forecast
      self.years = years
      baseRates = Self.keyed(years) { forecaster.baseRate(of: forecast, by: $0) }
      skills = Self.keyed(ForecastRecord.skillHorizons) {
        forecaster.skill(on: forecast.measure.name, at: $0)
      }
      reliability = Dictionary(
        uniqueKeysWithValues: ForecastRecord.skillHorizons.compactMap { horizon in
          let bins = forecaster.reliability(on: forecast.measure.name, at: horizon)
          return bins.isEmpty ? nil : (String(horizon), bins.map { Bin($0) })
        })
    }

    private static func keyed(_ keys: [Int], _ value: (Int) -> Double?) -> [String: Double] {
      Dictionary(
        uniqueKeysWithValues: keys.compactMap { key in
          value(key).map { (String(key), rounded($0)) }
        })
    }

    enum Key: String, CodingKey {
      case measure, origin, ratio, crossedIn, probabilityBy, never, median, interval80
      case standardError, durable, reversal, ratioQuantiles, baseRate, skill
      case reliability
    }

    func encode(to encoder: any Encoder) throws {
      let ahead = forecast.crossedIn != nil
      let event = forecast.crossing
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(forecast.measure.name, forKey: .measure)
      try fields.encode(forecast.origin, forKey: .origin)
      try fields.encode(rounded(forecast.ratio), forKey: .ratio)
      try fields.encode(forecast.crossedIn, forKey: .crossedIn)
      try fields.encode(
        byYear { ahead ? 1 : event.probability(by: $0) }, forKey: .probabilityBy)
      try fields.encode(ahead ? 0 : rounded(event.never), forKey: .never)
      try fields.encode(ahead ? nil : event.median, forKey: .median)
      try fields.encode(
        ahead ? [nil, nil] : [event.year(at: 0.1), event.year(at: 0.9)], forKey: .interval80)
      let uncertain = ahead ? forecast.reversal : event
      try fields.encode(rounded(uncertain.standardError), forKey: .standardError)
      try fields.encode(durable, forKey: .durable)
      try fields.encode(
        ahead
          ? Happening(forecast.reversal, byYear { forecast.reversal.probability(by: $0) }) : nil,
        forKey: .reversal)
      try fields.encode(Quantiles(forecast.quantiles), forKey: .ratioQuantiles)
      try fields.encode(
        baseRates.isEmpty ? nil : ["probabilityBy": baseRates], forKey: .baseRate)
      try fields.encode(skills.isEmpty ? nil : skills, forKey: .skill)
      try fields.encode(reliability.isEmpty ? nil : reliability, forKey: .reliability)
    }

    private var durable: Happening {
      let held = forecast.led >= CrossingForecast.durableYears
      let event = forecast.durable
      return Happening(
        probabilityBy: byYear { held ? 1 : event.probability(by: $0) },
        never: held ? 0 : rounded(event.never))
    }

    private func byYear(_ probability: (Int) -> Double) -> [String: Double] {
      Dictionary(uniqueKeysWithValues: years.map { (String($0), rounded(probability($0))) })
    }
  }

  /// Whether something happens: by year, and never within the horizon.
  struct Happening: Encodable {
    let probabilityBy: [String: Double]
    let never: Double

    init(probabilityBy: [String: Double], never: Double) {
      self.probabilityBy = probabilityBy
      self.never = never
    }

    init(_ event: EventForecast, _ probabilityBy: [String: Double]) {
      self.init(probabilityBy: probabilityBy, never: rounded(event.never))
    }
  }

  /// Past forecasts between two probabilities: their mean, how often they came true, how many.
  struct Bin: Encodable {
    let from, to, forecast, observed: Double
    let count: Int

    init(_ bin: Reliability) {
      from = bin.range.lowerBound
      to = bin.range.upperBound
      forecast = rounded(bin.meanProbability)
      observed = rounded(bin.frequency)
      count = bin.count
    }
  }

  /// Quantiles of the ratio, keyed as the contract names them.
  struct Quantiles: Encodable {
    let quantiles: RatioQuantiles

    init(_ quantiles: RatioQuantiles) { self.quantiles = quantiles }

    struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(Array(quantiles.years), forKey: Key(stringValue: "years"))
      for (level, values) in zip(RatioQuantiles.levels, quantiles.values) {
        try fields.encode(values.map(rounded), forKey: Key(stringValue: Self.name(of: level)))
      }
    }

    /// A probability with two decimals, such as `0.05`.
    static func name(of level: Double) -> String {
      let hundredths = Int((level * 100).rounded())
      return "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
    }
  }
}

/// A number with six decimals: more than sampling lets one know.
func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
