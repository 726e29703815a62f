import Updates

/// A block of the user's own table of cron.
struct CronInstallation: Installation {
  func text(of schedule: Schedule) -> String { schedule.cronBlock }

  func install(_ schedule: Schedule) throws -> [String] {
    try schedule.makeFolders()
    let table = try table()
    let wanted = schedule.installed(in: table)
    guard wanted != table else { return ["Nothing changed: the block is in place."] }
    try replace(wanted)
    return [schedule.cronBlock.split(separator: "\n").map(String.init)[1]]
  }

  func installed() throws -> String? { Schedule.cronBlock(in: try table()) }

  func remove() throws -> [String] {
    let table = try table()
    let wanted = Schedule.removed(from: table)
    guard wanted != table else { return ["Nothing changed: no block is in place."] }
    try replace(wanted)
    return ["The block is removed."]
  }

  /// The user's table; empty where there is none.
  private func table() throws -> String {
    let answer = try SystemProgram("crontab").run(["-l"])
    if answer.code == 0 { return answer.output }
    guard answer.words.contains("no crontab") else {
      throw Failure("crontab does not list its table: \(answer.firstWords).", .cannotWrite)
    }
    return ""
  }

  private func replace(_ table: String) throws {
    let answer = try SystemProgram("crontab").run(["-"], input: table)
    guard answer.code == 0 else {
      throw Failure("crontab does not take the table: \(answer.firstWords).", .cannotWrite)
    }
  }
}
