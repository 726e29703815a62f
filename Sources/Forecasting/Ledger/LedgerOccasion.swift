import Panels

/// A contest as it stood in the year before something was published about it.
struct LedgerOccasion: Hashable {
  let origin: Int
  let challenger: Power
  let incumbent: Power

  init(_ entry: LedgerEntry) {
    origin = entry.published.year - 1
    challenger = entry.challenger
    incumbent = entry.incumbent
  }

  /// What the house says of each entry that names something measured, from the same futures.
  func answers(
    to entries: [LedgerEntry], from data: DataSet, _ options: Forecaster.Options
  ) async -> [LedgerEntry: LedgerComparison.Answer] {
    let names = Set(entries.map(\.measure))
    let measures = names.sorted().compactMap { Measure.named($0, in: data) }
    guard !measures.isEmpty else { return [:] }
    let last = entries.compactMap(\.prediction.lastYear).max() ?? origin
    var options = options
    options.need = .any
    options.measures = measures
    options.horizon = max(options.horizon, last - origin)
    let forecasts = await forecasts(from: data, options)
    let measured = entries.filter { entry in measures.contains { $0.name == entry.measure } }
    return Dictionary(measured.map { ($0, answer(to: $0, forecasts)) }) { $1 }
  }

  private func forecasts(
    from data: DataSet, _ options: Forecaster.Options
  ) async -> Result<[CrossingForecast], ForecastError> {
    do throws(ForecastError) {
      let contest = try Contest(challenger: Side(challenger), incumbent: Side(incumbent))
      let forecaster = try Forecaster(data, origin: origin, options: options)
      return .success(try await forecaster.forecast(contest))
    } catch { return .failure(error) }
  }

  private func answer(
    to entry: LedgerEntry, _ forecasts: Result<[CrossingForecast], ForecastError>
  ) -> LedgerComparison.Answer {
    switch forecasts {
    case .failure(let error): return .refused(error)
    case .success(let all):
      guard let forecast = all.first(where: { $0.measure.name == entry.measure }) else {
        return .refused(.sideWithoutMeasure(Side(challenger), measure: entry.measure))
      }
      if let year = forecast.crossedIn { return .ahead(since: year) }
      let event = entry.event == .durable ? forecast.durable : forecast.crossing
      return .forecast(
        probability: entry.prediction.lastYear.map { event.probability(by: $0) },
        median: event.median)
    }
  }
}
