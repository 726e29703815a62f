import Foundation
import Updates

/// The putting in place of a schedule with one of its starters.
protocol Installation {
  /// What would be put in place.
  func text(of schedule: Schedule) -> String

  /// Puts it in place; a line for each thing that changed, or that nothing did.
  func install(_ schedule: Schedule) throws -> [String]

  /// What is in place; nothing where nothing is.
  func installed() throws -> String?

  /// Takes it away; a line for each thing that changed, or that nothing did.
  func remove() throws -> [String]
}

extension Schedule.Starter {
  var installation: any Installation {
    switch self {
    case .systemd: SystemdInstallation()
    case .cron: CronInstallation()
    case .launchd: LaunchdInstallation()
    }
  }
}

/// A schedule that stands in files.
enum ScheduleFile {
  /// Writes a file unless it is there already.
  ///
  /// - Returns: Whether it was written.
  static func put(_ text: String, at path: String) throws -> Bool {
    if let old = FileManager.default.contents(atPath: path), old == Foundation.Data(text.utf8) {
      return false
    }
    let files = LocalFiles()
    try files.makeFolder((path as NSString).deletingLastPathComponent)
    try files.replace(path, with: text)
    return true
  }

  /// - Returns: Whether there was one to remove.
  static func remove(_ path: String) throws -> Bool {
    guard (try? FileManager.default.attributesOfItem(atPath: path)) != nil else { return false }
    try LocalFiles().remove(path)
    return true
  }

  static func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Schedule {
  /// Makes the folders below which the run writes, so that it may be kept from writing elsewhere.
  func makeFolders() throws {
    for folder in writable { try LocalFiles().makeFolder(folder) }
  }
}
