import Foundation
import Updates

/// Units of the user's own systemd.
struct SystemdInstallation: Installation {
  /// Where the user's units are, by the XDG Base Directory Specification.
  private var folder: String {
    let named = ProcessInfo.processInfo.environment["XDG_CONFIG_HOME"]
    let base =
      named.flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? StateOptions.home + "/.config"
    return "\(base)/systemd/user"
  }

  private var service: String { "\(folder)/\(Schedule.service)" }
  private var timer: String { "\(folder)/\(Schedule.timer)" }
  /// The link by which the timer is started with the others.
  private var wanted: String { "\(folder)/timers.target.wants/\(Schedule.timer)" }

  func text(of schedule: Schedule) -> String {
    "# \(service)\n\(schedule.serviceUnit)\n# \(timer)\n\(schedule.timerUnit)"
  }

  func install(_ schedule: Schedule) throws -> [String] {
    try schedule.makeFolders()
    var changed: [String] = []
    if try ScheduleFile.put(schedule.serviceUnit, at: service) { changed.append(service) }
    if try ScheduleFile.put(schedule.timerUnit, at: timer) { changed.append(timer) }
    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: wanted)
    if target != "../\(Schedule.timer)" {
      try LocalFiles().makeFolder((wanted as NSString).deletingLastPathComponent)
      try LocalFiles().point(wanted, at: "../\(Schedule.timer)")
      changed.append(wanted)
    }
    guard !changed.isEmpty else { return ["Nothing changed: \(timer) is in place."] }
    tell(["daemon-reload"], ["restart", Schedule.timer])
    return changed
  }

  func installed() -> String? {
    guard let service = ScheduleFile.text(of: service), let timer = ScheduleFile.text(of: timer)
    else { return nil }
    return service + "\n" + timer
  }

  func remove() throws -> [String] {
    let present = installed() != nil
    if present { tell(["stop", Schedule.timer]) }
    let removed = try [wanted, timer, service].filter { try ScheduleFile.remove($0) }
    guard !removed.isEmpty else { return ["Nothing changed: no timer is in place."] }
    tell(["daemon-reload"])
    return removed
  }

  /// Tells the user's systemd; where none runs, the units wait for the next login.
  private func tell(_ commands: [String]...) {
    for command in commands {
      let answer = try? SystemProgram("systemctl").run(["--user"] + command)
      if answer?.code != 0 {
        StandardError.write(
          "primacy: systemd of this user does not answer: the units count from the next login.\n")
        return
      }
    }
  }
}
