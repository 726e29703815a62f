import Charts
import Datasets
import Foundation
import Panels

/// What the parts cost, beside peers on the same work in the same run: `make bench`.
///
/// Writes `notebooks-out/bench.md` and the chart of how cost grows. Times are read as ratios.
@main
struct Benchmarks {
  static func main() async throws {
    let program = ProcessInfo.processInfo.arguments.dropFirst().first ?? ""
    let machine = Machine.current
    print(machine.description)
    // First: a command is said to use at least the memory that its parent had when it began.
    let commands = commands(program)
    let data = try EmbeddedDataSet(folder: "datasets").load()
    let sections: [(String, [Row])] = [
      ("Kernel", try kernel()),
      ("Fits", try fits(of: data)),
      ("Series one by one", try ladder()),
      ("Whole forecasts", try await forecasts(of: data)),
      ("Pages", try await pages(of: data)),
      ("Commands, from a cold process", commands),
    ]
    let growth = try await growth(of: data)
    let text = markdown(machine, sections, growth)
    print(text)
    try text.write(toFile: "notebooks-out/bench.md", atomically: true, encoding: .utf8)
    try chart(of: growth).render().write(
      toFile: "notebooks-out/charts/cost.svg", atomically: true, encoding: .utf8)
  }

  private static func markdown(
    _ machine: Machine, _ sections: [(String, [Row])], _ growth: [Growth]
  ) -> String {
    var lines = [
      "# What the parts cost", "", "Written by `make bench`. \(machine)", "",
      "Medians with the least and the most; to be read as ratios, on a machine that others may use.",
    ]
    for (title, rows) in sections {
      lines += ["", "## \(title)", "", Row.header]
      lines += rows.map(\.line)
    }
    lines += ["", "## Growth", "", "Processor time against size, cost ∝ size to the power of:", ""]
    lines += ["| size | from, to | exponent |", "|---|---|---:|"]
    lines += growth.map {
      "| \($0.what) | \($0.sizes[0]), \($0.sizes[$0.sizes.count - 1]) | \(rounded($0.exponent)) |"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// One figure: what, how much, and against what.
struct Row {
  static let header =
    "| what | median | least | most | unit | to reach | peer | times the peer's cost |\n"
    + "|---|---:|---:|---:|---|---|---|---:|"

  let what: String
  let runs: Runs
  let unit: String
  var goal = ""
  var peer: Peer?

  var line: String {
    let ratio = peer.map { rounded(runs.median / $0.value) } ?? ""
    let name = peer.map { "\($0.name) \(rounded($0.value))" } ?? ""
    return
      "| \(what) | \(rounded(runs.median)) | \(rounded(runs.least)) | \(rounded(runs.most)) "
      + "| \(unit) | \(goal) | \(name) | \(ratio) |"
  }
}

/// Three digits, without a locale.
func rounded(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return "\(value)" }
  let digits = max(0, 2 - Int(log10(abs(value)).rounded(.down)))
  let scale = pow(10, Double(min(digits, 4)))
  let text = "\((value * scale).rounded() / scale)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
