import Forecasting
import Foundation

extension Benchmarks {
  /// What a user waits for.
  static func commands(_ program: String) -> [Row] {
    guard FileManager.default.isExecutableFile(atPath: program) else { return [] }
    let help = Command.run(program, ["--help"], 11)
    let forecast = Command.run(program, ["forecast"], 5)
    let many = Command.run(program, ["forecast", "--paths", "100000"], 3)
    let backtest = Command.run(program, ["backtest", "--measure", "gdp.ppp"], 1)
    let pooled = Command.run(
      program, ["backtest", "--measure", "gdp.ppp", "--models", "pooled"], 3)
    let origins = Double(Measure.outputPPP.recordedOrigins.count)
    return [
      Row(what: "`primacy --help`", runs: help.wall(1e3), unit: "ms", goal: "15"),
      Row(what: "`primacy forecast`", runs: forecast.wall(), unit: "s", goal: "0.25"),
      Row(what: "the same, processor time", runs: forecast.processor(), unit: "s"),
      Row(what: "the same, memory", runs: forecast.memory, unit: "MB", goal: "150"),
      scaling(program, ["forecast"], 5),
      Row(
        what: "`primacy forecast --paths 100000`", runs: many.wall(), unit: "s", goal: "1.5"),
      Row(what: "the same, memory", runs: many.memory, unit: "MB", goal: "flat"),
      scaling(program, ["forecast", "--paths", "100000"], 3),
      Row(
        what: "`primacy backtest --measure gdp.ppp`, all models, 2,000 futures",
        runs: backtest.wall(), unit: "s", goal: "30"),
      Row(what: "the same, processor time", runs: backtest.processor(), unit: "s"),
      Row(
        what: "`primacy backtest --measure gdp.ppp --models pooled`", runs: pooled.wall(),
        unit: "s", goal: "1/20 of NumPy and SciPy",
        peer: .python("pooled_backtest", "NumPy and SciPy", scale: origins)),
    ]
  }

  /// How many times longer a command takes on one core than on all, run in turn.
  private static func scaling(_ program: String, _ arguments: [String], _ count: Int) -> Row {
    let ratios = (0..<count).flatMap { _ in
      let one = Command.run("/usr/bin/taskset", ["-c", "0", program] + arguments, 1)
      return zip(one, Command.run(program, arguments, 1)).map { $0.wall / $1.wall }
    }
    return Row(
      what: "the same on one core, over that on all", runs: Runs(ratios.isEmpty ? [.nan] : ratios),
      unit: "times", goal: "1.9")
  }
}

/// One run of a command.
struct Command {
  let wall: Double
  let processor: Double
  /// The most memory at one time, in megabytes.
  let memory: Double

  /// Runs a command some times; its output is thrown away.
  static func run(_ path: String, _ arguments: [String], _ count: Int) -> [Command] {
    (0..<count).compactMap { _ in once(path, arguments) }
  }

  private static func once(_ path: String, _ arguments: [String]) -> Command? {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&files) }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    var (status, usage) = (Int32(0), rusage())
    let clock = ContinuousClock()
    let start = clock.now
    guard posix_spawn(&child, path, &files, nil, &words, environ) == 0,
      wait4(child, &status, 0, &usage) == child, status == 0
    else { return nil }
    let (whole, rest) = (clock.now - start).components
    return Command(
      wall: Double(whole) + Double(rest) * 1e-18,
      processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      memory: Double(usage.ru_maxrss) / 1024)
  }
}

extension [Command] {
  func wall(_ scale: Double = 1) -> Runs { Runs(values { $0.wall * scale }) }
  func processor() -> Runs { Runs(values(\.processor)) }
  var memory: Runs { Runs(values(\.memory)) }

  /// Not a number where no run succeeded.
  private func values(_ value: (Command) -> Double) -> [Double] {
    isEmpty ? [.nan] : map(value)
  }
}
