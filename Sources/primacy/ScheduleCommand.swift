import ArgumentParser
import Updates

extension Primacy {
  /// A timer for the nightly run.
  struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schedule",
      abstract: "Have the nightly run started every night.",
      subcommands: [Install.self, Show.self, Remove.self])

    /// Puts a timer in place.
    struct Install: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Start `primacy nightly` every night at some time.",
        discussion: """
          Doing so again changes nothing. Options after -- are passed on to `primacy nightly`.

          Examples:
            primacy schedule install --with systemd --at 03:15
            primacy schedule install --with cron --at 4:30 -- --measures gdp.mer
            primacy schedule install --with launchd --print
          """)

      @OptionGroup var options: ScheduleOptions

      @Flag(name: .customLong("print"), help: "Only print what would be put in place.")
      var isDry = false

      func run() async throws {
        try await Failure.reporting {
          let schedule = try options.schedule()
          let installation = options.with.installation
          if isDry { return print(installation.text(of: schedule), terminator: "") }
          for line in try installation.install(schedule) { print(line) }
        }
      }
    }

    /// Shows the timer that is in place.
    struct Show: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the timer that is in place.")

      @Option(help: "Who starts it: systemd, cron or launchd.")
      var with = Schedule.Starter.systemd

      func run() async throws {
        try await Failure.reporting {
          guard let text = try with.installation.installed() else {
            throw Failure("Nothing is scheduled with \(with.rawValue).", .checksFailed)
          }
          print(text, terminator: "")
        }
      }
    }

    /// Takes the timer away.
    struct Remove: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take the timer away.")

      @Option(help: "Who starts it: systemd, cron or launchd.")
      var with = Schedule.Starter.systemd

      func run() async throws {
        try await Failure.reporting {
          for line in try with.installation.remove() { print(line) }
        }
      }
    }
  }
}
