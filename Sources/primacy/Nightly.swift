import Archive
import ArgumentParser
import Datasets
import Foundation
import Updates

extension Primacy {
  /// One night's work, safe to run from a timer for years.
  struct Nightly: AsyncParsableCommand {
    static let publishFolder = "notebooks-out/nightly"

    static let configuration = CommandConfiguration(
      commandName: "nightly",
      abstract: "Fetch what is new, forecast, and publish whole or not at all.",
      discussion: """
        Where nothing is new, nothing is published. The forecast that is served is found through \
        the link `current` in the folder of --publish. Ends with 69 where a source could not be \
        reached or believed (its last good figures stay in use) and with 75 where another run is \
        at it.

        Examples:
          primacy nightly
          primacy nightly --measures gdp.mer,milex.mer --publish /srv/primacy
          primacy nightly --status --max-age 36h
        """)

    @Option(help: "The rising power: a code, a common name, or several joined by +.")
    var challenger = "CHN"

    @Option(help: "The leading power.")
    var incumbent = "USA"

    @Option(help: ArgumentHelp("Where forecasts are published.", valueName: "folder"))
    var publish = Self.publishFolder

    @Option(help: ArgumentHelp("How many generations stay.", valueName: "count"))
    var keep = 7

    @Flag(help: "Only say when the last run ended, and fail where that is too long ago.")
    var status = false

    @Option(help: "How long ago the last run may have ended, such as 36h, 90m or 2d.")
    var maxAge = Age(hours: 36)

    @OptionGroup var state: StateOptions
    @OptionGroup var updates: UpdateOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      guard keep > 0 else { throw ValidationError("--keep must be positive.") }
    }

    func run() async throws {
      try await Failure.reporting {
        if status { return try say() }
        let report = try await nightly().run()
        if report.hasFailures {
          let failed = report.sources.filter(\.failed).map(\.source).joined(separator: ", ")
          throw Failure(
            "\(failed): the last good figures stay in use.", .unreachable)
        }
      }
    }

    private func nightly() throws -> Updates.Nightly {
      let places = state.places
      let settings = try NightlySettings(
        challenger: challenger, incumbent: incumbent, simulation)
      let base = try state.base()
      try NightlyPress.check(settings, over: base.path)
      return Updates.Nightly(
        state: places,
        settings: settings,
        publish: StateOptions.whole(publish), keep: keep, version: Primacy.version,
        embedded: try state.embedded(),
        update: try updates.update(over: base, into: state.store), press: NightlyPress(),
        now: { Date() }, log: { StandardError.write("\(Date().stamp) \($0)\n") })
    }

    private func say() throws {
      guard let heartbeat = Heartbeat(in: state.places), let age = heartbeat.age(at: Date()) else {
        throw Failure("No run has ended yet in \(state.places.path).", .checksFailed)
      }
      let failed =
        heartbeat.failed.isEmpty ? "" : "; failed: \(heartbeat.failed.joined(separator: ", "))"
      print("\(heartbeat.time) \(heartbeat.state), vintage \(heartbeat.vintage)\(failed)")
      guard age <= maxAge.seconds else {
        throw Failure(
          "The last run ended \(Age(seconds: age)) ago, longer than \(maxAge).", .checksFailed)
      }
    }
  }
}
