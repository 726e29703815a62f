import Probability
import RealModule
import Testing

@Suite("Event time forecast")
struct EventTimeForecastTests {
  let forecast = EventTimeForecast(cumulative: [0.125, 0.25, 0.5, 0.75])

  /// By hand; happened in year 3 of 4 on record: *⅛² + ¼² + ½² + ¼²*.
  @Test func `a crossing is scored as by hand`() {
    let time = EventTime(year: 3, lastObservable: 10)
    #expect(forecast.crps(of: time) == 0.390625)
    #expect(forecast.logScore(of: time, floor: 0) == .log(4))
    #expect(forecast.integralTransform(of: time, deviate: 0.5) == 0.375)
  }

  /// By hand; not happened, and the record ends after year 2: *⅛² + ¼²*, and *1 − F(2) = ¾*.
  @Test func `a censored time is scored to the end of the record`() {
    let time = EventTime(year: nil, lastObservable: 2)
    #expect(forecast.crps(of: time) == 0.078125)
    #expect(forecast.logScore(of: time, floor: 0) == -.log(0.75))
    #expect(forecast.integralTransform(of: time, deviate: 0) == 0.25)
    #expect(forecast.integralTransform(of: time, deviate: 1) == 1)
    #expect(forecast.binary(at: 3, time) == nil)
  }

  /// To count it for having come true would leave out those that have not.
  @Test func `a horizon beyond the record is not resolved even by an early event`() {
    let time = EventTime(year: 1, lastObservable: 2)
    #expect(time.happened(by: 2) == true && time.happened(by: 3) == nil)
    #expect(forecast.binary(at: 3, time) == nil)
    #expect(forecast.binary(at: 2, time) == BinaryForecast(probability: 0.25, occurred: true))
  }

  @Test func `an event after the horizon counts as none within`() {
    let late = EventTime(year: 7, lastObservable: 10)
    let never = EventTime(year: nil, lastObservable: 10)
    #expect(forecast.crps(of: late) == forecast.crps(of: never))
    #expect(forecast.logScore(of: late, floor: 0) == forecast.logScore(of: never, floor: 0))
  }

  @Test(arguments: [EventTime(year: 2, lastObservable: 9), EventTime(year: nil, lastObservable: 3)])
  func `it is the sum of Brier scores`(time: EventTime) {
    let brier = (1...4).compactMap { forecast.binary(at: $0, time)?.brierScore }
    #expect(brier.count == min(4, time.lastObservable))
    #expect(abs(forecast.crps(of: time) - brier.reduce(0, +)) < 1e-15)
  }

  /// A sample of years clipped at the horizon scores the same: the sum over years is the integral
  /// of steps one year wide.
  @Test func `it is the score of the sample of years clipped at the horizon`() {
    let years = [1, 2, 3, 3, 4, 4, 9, 12].map(Double.init)
    let horizon = 8.0
    let cumulative = (1...8).map { year in
      Double(years.count { $0 <= Double(year) }) / Double(years.count)
    }
    let sample = SampleForecast(years.map { min($0, horizon) })
    // Years on record 1…7 only: at the horizon the clipped sample has no width left.
    let forecast = EventTimeForecast(cumulative: Array(cumulative.dropLast()))
    for year in [1, 3, 5, 7] {
      let time = EventTime(year: year, lastObservable: 20)
      #expect(abs(forecast.crps(of: time) - sample.crps(of: Double(year))) < 1e-14)
    }
    let never = EventTime(year: nil, lastObservable: 20)
    #expect(abs(forecast.crps(of: never) - sample.crps(of: horizon)) < 1e-14)
  }

  /// The exact expectation over a distribution of years, the record ending at each possible year.
  @Test(arguments: 1...5)
  func `censoring leaves the truth the best expected score`(lastObservable: Int) {
    let hazard = [0.1, 0.3, 0.05, 0.2, 0.1]
    let truth = EventTimeForecast(cumulative: accumulated(hazard))
    let others = (0..<lastObservable).flatMap { year in
      [0.7, 1.3].map { factor in
        EventTimeForecast(
          cumulative: accumulated(
            hazard.enumerated().map { $0.offset == year ? factor * $0.element : $0.element }))
      }
    }
    func expected(_ score: (EventTime) -> Double) -> Double {
      let dated = (1...5).map { year in
        let seen = year <= lastObservable ? year : nil
        return hazard[year - 1] * score(EventTime(year: seen, lastObservable: lastObservable))
      }
      return dated.reduce(0.25 * score(EventTime(year: nil, lastObservable: lastObservable)), +)
    }
    for other in others {
      #expect(expected { truth.crps(of: $0) } < expected { other.crps(of: $0) } - 1e-5)
      #expect(
        expected { truth.logScore(of: $0, floor: 0) }
          < expected { other.logScore(of: $0, floor: 0) } - 1e-5)
    }
  }

  @Test func `the floor bounds a surprise`() {
    let impossible = EventTimeForecast(cumulative: [0, 0, 1])
    let time = EventTime(year: 1, lastObservable: 5)
    #expect(impossible.logScore(of: time, floor: 0.005) == -.log(0.005))
    #expect(impossible.logScore(of: time, floor: 0) == .infinity)
  }

  @Test func `an event after the end of the record is misuse`() async {
    await #expect(processExitsWith: .failure) { _ = EventTime(year: 4, lastObservable: 3) }
  }

  private func accumulated(_ hazard: [Double]) -> [Double] {
    hazard.indices.map { hazard[0...$0].reduce(0, +) }
  }
}
