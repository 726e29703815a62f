import Foundation
import Updates

/// A job of the user's own launchd.
struct LaunchdInstallation: Installation {
  private var file: String {
    StateOptions.home
      + "/Library/LaunchAgents/\(Schedule.label).plist"
  }

  func text(of schedule: Schedule) -> String { schedule.propertyList }

  func install(_ schedule: Schedule) throws -> [String] {
    try schedule.makeFolders()
    guard try ScheduleFile.put(schedule.propertyList, at: file) else {
      return ["Nothing changed: \(file) is in place."]
    }
    tell("load")
    return [file]
  }

  func installed() -> String? { ScheduleFile.text(of: file) }

  func remove() throws -> [String] {
    if installed() != nil { tell("unload") }
    guard try ScheduleFile.remove(file) else { return ["Nothing changed: no job is in place."] }
    return [file]
  }

  /// Tells launchd; where it does not run, the job waits for the next login.
  private func tell(_ command: String) {
    let answer = try? SystemProgram("launchctl").run([command, file])
    if answer?.code != 0 {
      StandardError.write("primacy: launchd does not answer: the job counts from the next login.\n")
    }
  }
}
