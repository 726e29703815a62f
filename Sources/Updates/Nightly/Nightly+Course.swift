import Archive
import Datasets
import Forecasting
import Panels
import Reports

extension Nightly {
  /// So many of the last runs are shown together.
  static let shownRuns = 24

  /// What earlier nights said, with what tonight says.
  func course(
    of run: Int, _ pressed: PressedForecast, _ moves: [ForecastMove], _ causes: [MoveCause],
    _ archive: Archive
  ) throws -> NightlyCourse {
    let earlier = try archive.runs(in: [.published]).filter { run in
      let old = run.settings.flatMap(NightlySettings.init(text:))
      return old?.isOfSameContest(as: settings) ?? false
    }
    let stamps = earlier.suffix(Self.shownRuns - 1).map(\.started.stamp) + [now().stamp]
    let all = try earlier.suffix(Self.shownRuns - 1).map { try archive.moves(of: $0.number) }
    let names = Self.names(stamps)
    let entries = try archive.entries(before: run)
    return NightlyCourse(
      moves: moves, causes: causes,
      runs: zip(names, all + [moves]).map { ForecastRun(name: $0, moves: $1) },
      entries: entries.appending(own(pressed, run)), due: try due(earlier, pressed, archive))
  }

  /// The days of runs, or their times where two are of one day.
  private static func names(_ stamps: [String]) -> [String] {
    let days = stamps.map { String($0.prefix(10)) }
    guard Set(days).count < days.count else { return days }
    return stamps.map { "\($0.prefix(10)) \($0.dropFirst(11).prefix(8))" }
  }

  /// Tonight's forecasts as they are entered in the ledger.
  private func own(_ pressed: PressedForecast, _ run: Int) -> [LedgerEntry] {
    guard let published = PublicationDate(String(now().stamp.prefix(7))) else { return [] }
    return pressed.forecasts.compactMap { forecast in
      let name = "primacy-\(PublishFolder.name(of: run))-\(forecast.measure.name)"
      return LedgerEntry(
        forecast, id: name.lowercased(),
        published: published, publisher: "Primacy \(version)")
    }
  }

  /// What became of the probabilities that earlier runs gave, where it is known.
  private func due(
    _ runs: [RunRecord], _ pressed: PressedForecast, _ archive: Archive
  ) throws -> [DueForecast] {
    let outputs = try runs.map { ($0.number, try archive.forecasts(of: $0.number)) }
    let origin = pressed.forecaster.origin
    guard outputs.contains(where: { $0.1.contains { $0.origin < origin } }) else { return [] }
    let records = Dictionary(
      pressed.forecasts.map {
        ($0.measure.name, MeasureRecord($0.measure, data: pressed.forecaster.data))
      }, uniquingKeysWith: { first, _ in first })
    return outputs.flatMap { run, outputs in [DueForecast](outputs, of: run, in: records) }
  }
}
