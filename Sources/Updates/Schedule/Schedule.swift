/// A command that is to run every day at some time.
public struct Schedule: Hashable, Sendable {
  /// Who starts it.
  public enum Starter: String, CaseIterable, Sendable {
    case systemd
    case cron
    case launchd
  }

  /// An hour and a minute of the day, by the clock of the machine.
  public struct Time: Hashable, Sendable {
    public let hour: Int
    public let minute: Int

    /// Reads `03:15`; nothing where that is no time of day.
    public init?(_ text: String) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
        (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
        let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
        (0..<60).contains(minute)
      else { return nil }
      self.hour = hour
      self.minute = minute
    }

    var text: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }
  }

  /// The program and its arguments, the program by its whole path.
  public let command: [String]
  /// The folder in which it runs.
  public let folder: String
  /// The folders below which it writes.
  public let writable: [String]
  public let time: Time

  public init(command: [String], folder: String, writable: [String], time: Time) {
    self.command = command
    self.folder = folder
    self.writable = writable
    self.time = time
  }
}
