public import ArgumentParser
import Foundation
public import Updates

/// What is to be started, when, and by whom.
struct ScheduleOptions: ParsableArguments {
  @Option(help: "Who starts it: systemd, cron or launchd.")
  var with = Schedule.Starter.systemd

  @Option(help: "At what time of the day.")
  var at = Schedule.Time.night

  @Option(help: ArgumentHelp("Where forecasts are published.", valueName: "folder"))
  var publish = Primacy.Nightly.publishFolder

  @OptionGroup var state: StateOptions

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("After --, further options of `primacy nightly`.", valueName: "options"))
  var arguments: [String] = []

  /// The schedule of this program, in this working folder.
  func schedule() throws -> Schedule {
    guard let program = Bundle.main.executableURL?.path else {
      throw Failure("The path of the program cannot be found.", .ourFault)
    }
    let publish = StateOptions.whole(publish)
    let state = state.places.path
    return Schedule(
      command: [program, "nightly", "--state", state, "--publish", publish] + arguments,
      folder: FileManager.default.currentDirectoryPath, writable: [state, publish], time: at)
  }
}

extension Schedule.Starter: ExpressibleByArgument {}

extension Schedule.Time: ExpressibleByArgument {
  /// A quarter past three, when little else runs.
  static let night: Self = {
    guard let time = Self("03:15") else { preconditionFailure("03:15 is a time") }
    return time
  }()

  public init?(argument: String) { self.init(argument) }

  public var defaultValueDescription: String { "03:15" }
}
