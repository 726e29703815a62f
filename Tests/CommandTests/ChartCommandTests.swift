import Foundation
import Testing

@Suite("Chart command")
struct ChartCommandTests {
  @Test(arguments: [
    (["ratio-fan"], Int32(64), "did you mean ratio-fans?"),
    (["crosing"], 64, "did you mean crossing-probability, crossing-years?"),
    (["--width", "3"], 64, "--width"),
    (["--challenger", "Chian"], 64, "CHN (China)"),
    (["--challenger", "USA"], 64, "USA"),
    (["--paths", "64", "--out", "/proc/nowhere"], 73, "/proc/nowhere"),
  ])
  func `ends with words and a code`(arguments: [String], code: Int32, says: String) throws {
    let run = try CommandRun(["chart"] + arguments)
    #expect(run.code == code)
    #expect(run.words.contains(says), "\(run.words)")
    #expect(run.output.isEmpty)
  }

  /// By law: the same seed and data give the same bytes.
  @Test func `writes the charts named, the same every time`() throws {
    let folder = NSTemporaryDirectory() + "/primacy-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let arguments = ["--paths", "256", "--horizon", "10", "--width", "360"]
    func drawn(_ name: String) throws -> String {
      let out = "\(folder)/\(name)"
      let run = try CommandRun(["chart", "powers", "crossing-years", "--out", out] + arguments)
      #expect(run.code == 0, "\(run.words)")
      #expect(run.output == "\(out)/crossing-years.svg\n\(out)/powers.svg\n")
      return try String(contentsOfFile: "\(out)/powers.svg", encoding: .utf8)
        + String(contentsOfFile: "\(out)/crossing-years.svg", encoding: .utf8)
    }
    #expect(try drawn("first") == drawn("second"))
  }
}
