import Archive
import Datasets
import Forecasting
import Panels
import Reports

/// Finds out what moved the headlines, by forecasting again with the old and the new of each thing.
///
/// The new takes the place of the old in this order: version and models, figures of the years known
/// before, new years, random numbers. See note 1.
struct MoveAnalysis {
  /// The last run that was published.
  struct Previous {
    let settings: NightlySettings
    let forecasts: [ForecastOutput]
    let folder: DataFolder
  }

  /// The run of tonight.
  struct Current {
    let settings: NightlySettings
    let forecasts: [ForecastOutput]
    let folder: DataFolder
    /// Where the folder lies.
    let path: String
    let headlineYears: [Int]
    let version: String
    /// The powers of both sides.
    let sides: [Power]
  }

  /// At most so many series, and so many powers, are tried by themselves.
  static let mostSeries = 12
  static let mostPowers = 8
  /// So many causes are told.
  static let mostCauses = 6

  let press: any Press
  let files: any FileSystem
  let scratch: String

  /// The moves of all headlines, and what caused them.
  func moves(
    from previous: Previous, to current: Current
  ) async throws -> (moves: [ForecastMove], causes: [MoveCause]) {
    let revision = Revision(from: previous.folder, to: current.folder)
    let settings = current.settings.drawn(as: previous.settings)
    let past = "\(scratch)/past"
    try write(previous.folder.files, to: past)
    let model = try await forecast(from: past, settings, current)
    var data = model
    if !revision.changes.isEmpty {
      let folder = "\(scratch)/revised"
      try write(revision.revised.files, to: folder)
      data = try await forecast(from: folder, settings, current)
    }
    let year =
      settings == current.settings
      ? current.forecasts : try await forecast(from: current.path, settings, current)
    let moves = headlines(of: current).map { headline in
      ForecastMove(
        measure: headline.measure, year: headline.year,
        steps: headline.steps(previous.forecasts, model, data, year),
        probability: headline.probability(in: current.forecasts) ?? 0)
    }
    guard moves.contains(where: { ($0.parts?.fromData ?? 0) != 0 }) else { return (moves, []) }
    return (moves, try await causes(revision, past, model, settings, current))
  }

  /// The headlines of a run that has none before it.
  func first(_ current: Current) -> [ForecastMove] {
    headlines(of: current).map { headline in
      ForecastMove(
        measure: headline.measure, year: headline.year, steps: nil,
        probability: headline.probability(in: current.forecasts) ?? 0)
    }
  }

  private func forecast(
    from folder: String, _ settings: NightlySettings, _ current: Current
  ) async throws -> [ForecastOutput] {
    do {
      let pressed = try await press.forecast(from: folder, settings)
      return pressed.forecasts.map {
        ForecastOutput($0, of: pressed.forecaster, version: current.version)
      }
    } catch is ForecastError {
      // What could not be forecast then has no earlier probability to compare with.
      return []
    }
  }

  private func headlines(of current: Current) -> [Headline] {
    current.forecasts.flatMap { forecast in
      current.headlineYears.map {
        Headline(measure: forecast.measure, year: $0, isReversal: forecast.crossedIn != nil)
      }
    }
  }

  /// What each revised series, and each revised power, does by itself to the old forecast.
  private func causes(
    _ revision: Revision, _ past: String, _ base: [ForecastOutput], _ settings: NightlySettings,
    _ current: Current
  ) async throws -> [MoveCause] {
    let sides = Set(current.sides.map(\.code))
    let powers = revision.powers
    let parts =
      revision.series.prefix(Self.mostSeries)
      + (powers.filter { sides.contains($0.name) } + powers.filter { !sides.contains($0.name) })
      .prefix(Self.mostPowers)
    var causes: [MoveCause] = []
    for part in parts {
      let folder = "\(scratch)/cause"
      try link(revision.old.files, of: past, into: folder, but: revision.tables(revising: part))
      let outputs = try await forecast(from: folder, settings, current)
      let effects = headlines(of: current).compactMap { headline -> MoveCause? in
        guard let before = headline.probability(in: base),
          let after = headline.probability(in: outputs)
        else { return nil }
        return MoveCause(
          subject: part.subject, figures: part.count, measure: headline.measure,
          year: headline.year, effect: rounded(after - before))
      }
      if let most = effects.max(by: { abs($0.effect) < abs($1.effect) }), most.effect != 0 {
        causes.append(most)
      }
    }
    let ordered = causes.sorted { (abs($1.effect), $0.name) < (abs($0.effect), $1.name) }
    return Array(ordered.prefix(Self.mostCauses))
  }

  private func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  private func write(_ contents: [DataFolder.File], to folder: String) throws(FileSystemError) {
    try files.remove(folder)
    for file in contents {
      let place = "\(folder)/\(file.path)"
      try files.makeFolder(LocalFiles.parent(of: place))
      try files.write(file.bytes, to: place)
    }
  }

  /// Makes a folder of links to the files of another, but for some tables of its own.
  private func link(
    _ contents: [DataFolder.File], of other: String, into folder: String,
    but tables: [SourceFigures]
  ) throws(FileSystemError) {
    try files.remove(folder)
    for file in contents {
      let place = "\(folder)/\(file.path)"
      try files.makeFolder(LocalFiles.parent(of: place))
      if let table = tables.first(where: { $0.table == file.path }) {
        try files.write(Array(table.text.utf8), to: place)
      } else {
        try files.link(place, to: "\(other)/\(file.path)")
      }
    }
  }
}

/// A probability that stands in headlines: of a measure, by a year.
struct Headline {
  let measure: String
  let year: Int
  /// Whether it is that the incumbent passes the challenger again.
  let isReversal: Bool

  /// What a forecast says of it; certain where it has already come about.
  func probability(in forecasts: [ForecastOutput]) -> Double? {
    guard let forecast = forecasts.first(where: { $0.measure == measure }) else { return nil }
    guard isReversal == (forecast.crossedIn != nil) else { return 1 }
    return forecast.probability(by: year)
  }

  func steps(
    _ published: [ForecastOutput], _ model: [ForecastOutput], _ data: [ForecastOutput],
    _ year: [ForecastOutput]
  ) -> ForecastMove.Steps? {
    guard let published = probability(in: published), let model = probability(in: model),
      let data = probability(in: data), let year = probability(in: year)
    else { return nil }
    return .init(published: published, model: model, data: data, year: year)
  }
}
