import Foundation

/// The figures of some runs of the same work.
struct Runs {
  let median: Double
  let least: Double
  let most: Double

  init(_ values: [Double]) {
    let sorted = values.sorted()
    median = sorted[sorted.count / 2]
    least = sorted[0]
    most = sorted[sorted.count - 1]
  }

  /// The processor time of some runs, scaled.
  init(_ count: Int = 5, scale: Double = 1, _ work: () throws -> Void) rethrows {
    var values: [Double] = []
    for _ in 0..<count {
      let start = processorTime()
      try work()
      values.append((processorTime() - start) * scale)
    }
    self.init(values)
  }

  /// The same of work that uses all cores.
  init(
    _ count: Int = 3, scale: Double = 1, isolation: isolated (any Actor)? = #isolation,
    _ work: () async throws -> Void
  ) async rethrows {
    var values: [Double] = []
    for _ in 0..<count {
      let start = processorTime()
      try await work()
      values.append((processorTime() - start) * scale)
    }
    self.init(values)
  }
}

/// The processor time of this process on all cores, in seconds.
func processorTime() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }

/// What the figures were measured on.
struct Machine: CustomStringConvertible {
  let description: String

  static var current: Machine {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let name =
      text.split(separator: "\n").first { $0.hasPrefix("model name") }
      .flatMap { $0.split(separator: ":").last } ?? " unknown processor"
    let flags = text.split(separator: "\n").first { $0.hasPrefix("flags") } ?? ""
    let vectors =
      flags.contains("avx512f") ? "AVX-512" : flags.contains("avx2") ? "AVX2" : "no AVX2"
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? "unknown"
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return Machine(
      description: "Machine:\(name), \(cores) cores, \(vectors), load "
        + "\(load.split(separator: " ").first ?? "unknown") when it began.")
  }
}
