import Archive
import Datasets
public import Foundation
import Forecasting
import Panels
import Reports

/// One night's work: fetch, check, store, forecast, publish whole or not at all.
///
/// It can be ended at any moment; the next run begins where it left off. Only a run that has
/// something new writes a vintage or a forecast.
public struct Nightly: Sendable {
  public let state: StateFolder
  public let settings: NightlySettings
  /// Where forecasts are published.
  public let publish: PublishFolder
  /// How many generations stay.
  public let keep: Int
  /// Of the program.
  public let version: String
  /// The folder of the embedded figures, which are the first vintage.
  public let embedded: String
  /// So many findings of a source are told in the log; `run.json` has all.
  static let mostLogged = 8
  let update: Update
  let press: any Press
  let files: any FileSystem
  let now: @Sendable () -> Date
  let log: @Sendable (String) -> Void

  /// Brings together all that a night needs.
  ///
  /// The `update` must store below the folder of state; `log` takes a line for each step.
  public init(
    state: StateFolder, settings: NightlySettings, publish: String, keep: Int, version: String,
    embedded: String, update: Update, press: any Press, files: any FileSystem = LocalFiles(),
    now: @escaping @Sendable () -> Date, log: @escaping @Sendable (String) -> Void
  ) {
    self.state = state
    self.settings = settings
    self.publish = PublishFolder(path: publish, files: files)
    self.keep = keep
    self.version = version
    self.embedded = embedded
    self.update = update
    self.press = press
    self.files = files
    self.now = now
    self.log = log
  }

  /// Does the night's work.
  ///
  /// - Returns: What was done.
  /// - Throws: `RunLock.Held` where another run is at it, or what stopped this one.
  public func run() async throws -> NightlyReport {
    let started = now()
    try files.makeFolder(state.path)
    let lock = try RunLock(state.lock)
    defer { withExtendedLifetime(lock) {} }
    let intake = try Intake(state: state, embedded: embedded, store: update.store)
    let archive = intake.archive
    // Before the lock is let go; where it fails, the next to open the archive puts it in order.
    defer { try? archive.close() }
    try recover(archive)
    var report = NightlyReport(started: started, version: version, settings: settings)
    let vintage = try await vintage(of: intake, &report)
    report.take(vintage)
    if try isServed(vintage, archive) {
      report.state = .unchanged
      log("nothing new since vintage \(vintage.number)")
    } else {
      try await publish(vintage, intake, &report)
    }
    report.finished = now()
    if report.state == .unchanged {
      try archive.noteUnchanged(
        started: started, finished: report.finished, vintage: vintage.number, version: version)
    }
    try archive.compact()
    try files.replace(state.report, with: report.text)
    try files.replace(state.heartbeat, with: Heartbeat(report).text)
    log("done: \(report.state.rawValue)")
    return report
  }

  /// Brings the archive up to what an interrupted run did, and removes what it left.
  private func recover(_ archive: Archive) throws {
    try publish.tidy()
    try files.remove(state.scratch)
    for run in try archive.runs(in: [.prepared]) {
      guard let generation = run.generation else { continue }
      let wasServed = run.folder == publish.path && publish.served == generation
      log("run \(run.number) was interrupted, \(wasServed ? "after" : "before") it was served")
      if !wasServed, publish.generations.contains(generation) {
        try files.retire(publish.folder(of: generation))
      }
      try archive.settle(run.number, as: wasServed ? .published : .abandoned, at: now())
    }
  }

  /// Fetches, and gives the vintage that holds all that is known now.
  private func vintage(of intake: Intake, _ report: inout NightlyReport) async throws -> Vintage {
    let time = now()
    let (outcomes, vintages) = try await intake.take(at: time) {
      var update = update
      update.limits = $1
      return try await update.run(over: $0, at: time)
    }
    report.sources = outcomes.map(SourceReport.init)
    report.findings = outcomes.flatMap(\.records)
    report.newVintage = !vintages.isEmpty
    for source in report.sources { log(source.line) }
    for outcome in outcomes where !outcome.withheld.isEmpty {
      for finding in outcome.withheld.prefix(Self.mostLogged) { log("withheld: \(finding)") }
      log(
        "\(outcome.source.name): \(outcome.withheld.count) series of countries stay as they were; "
          + "the files are in \(outcome.quarantine ?? "quarantine")")
    }
    for vintage in vintages { log("vintage \(vintage.number) stored") }
    return try intake.archive.vintage()
  }

  /// Whether the last published forecast is of this vintage, these settings and this version.
  private func isServed(_ vintage: Vintage, _ archive: Archive) throws -> Bool {
    guard publish.served != nil, let last = try archive.runs(in: [.published]).last else {
      return false
    }
    return last.folder == publish.path && last.vintage == vintage.number
      && last.version == version && last.settings == settings.text
  }

  /// Forecasts, says what moved, and publishes.
  private func publish(
    _ vintage: Vintage, _ intake: Intake, _ report: inout NightlyReport
  ) async throws {
    try publish.check()
    let archive = intake.archive
    let path = intake.tables.path
    let pressed = try await press.forecast(from: path, settings)
    let outputs = pressed.forecasts.map {
      ForecastOutput($0, of: pressed.forecaster, version: version)
    }
    log("forecast of \(outputs.count) measures from figures to \(pressed.forecaster.origin)")
    let years = HeadlineYears(
      origin: pressed.forecaster.origin, horizon: pressed.forecaster.options.horizon
    ).years
    let current = MoveAnalysis.Current(
      settings: settings, forecasts: outputs, folder: try archive.folder(of: vintage), path: path,
      headlineYears: years, version: version,
      sides: pressed.contest.challenger.members + pressed.contest.incumbent.members)
    let (moves, causes) = try await moves(to: current, archive)
    try files.remove(state.scratch)
    report.moves = moves
    report.causes = causes
    report.data = pressed.forecaster.data.checksum
    let run = try archive.nextRun()
    let generation = PublishFolder.name(of: run)
    report.take(run: run, generation: generation)
    let course = try course(of: run, pressed, moves, causes, archive)
    if !course.due.isEmpty {
      log("\(course.due.count) probabilities of earlier runs are due, and scored")
    }
    var contents = try await press.files(of: pressed, in: course)
    report.files = contents
    report.finished = now()
    contents.append(DataFolder.File(path: "run.json", bytes: Array(report.text.utf8)))
    try publish.build(generation, contents)
    try archive.prepare(
      RunOutcome(
        started: report.started, vintage: vintage.number, folder: publish.path,
        generation: generation, version: version, settings: settings.text,
        data: pressed.forecaster.data.checksum, forecasts: outputs, moves: moves, causes: causes,
        entries: Array(course.entries.dropFirst(try archive.entries(before: run).count))),
      as: run, files: contents)
    try publish.serve(generation)
    try archive.settle(run, as: .published, at: now())
    log("published \(publish.folder(of: generation))")
    try publish.prune(keeping: keep)
  }

  private func moves(
    to current: MoveAnalysis.Current, _ archive: Archive
  ) async throws -> (moves: [ForecastMove], causes: [MoveCause]) {
    let analysis = MoveAnalysis(press: press, files: files, scratch: state.scratch)
    guard let last = try previous(archive) else { return (analysis.first(current), []) }
    let (moves, causes) = try await analysis.moves(from: last, to: current)
    let moved = moves.filter { ($0.change ?? 0) != 0 }.count
    log("\(moved) of \(moves.count) headline probabilities moved")
    return (moves, causes)
  }

  /// The run that is served, or the last that was.
  private func previous(_ archive: Archive) throws -> MoveAnalysis.Previous? {
    let runs = try archive.runs(in: [.published])
    let served = publish.served
    guard
      let run = runs.last(where: { $0.folder == publish.path && $0.generation == served })
        ?? runs.last,
      let settings = run.settings.flatMap(NightlySettings.init(text:)),
      settings.isOfSameContest(as: self.settings),
      let vintage = try archive.vintages().first(where: { $0.number == run.vintage })
    else { return nil }
    return MoveAnalysis.Previous(
      settings: settings, forecasts: try archive.forecasts(of: run.number),
      folder: try archive.folder(of: vintage))
  }
}
