import Foundation
import TestSupport
import Testing

@Suite("Report command")
struct ReportCommandTests {
  private static let quick = ["--paths", "256", "--horizon", "10"]

  @Test(arguments: [
    (["Chian"], Int32(64), "CHN (China)"),
    (["USA", "USA"], 64, "USA"),
    (["--measures", "gdp.pp"], 64, "gdp.ppp"),
    (["--paths", "64", "--horizon", "5", "--out", "/proc/nowhere"], 73, "/proc/nowhere"),
    (["CHN", "--incumbent", "USA"], 64, "not by both"),
  ])
  func `ends with words and a code`(arguments: [String], code: Int32, says: String) throws {
    let run = try CommandRun(["report"] + arguments)
    #expect(run.code == code)
    #expect(run.words.contains(says), "\(run.words)")
    #expect(run.output.isEmpty)
  }

  /// By law: the same seed and data give the same bytes, in every file.
  @Test func `writes every file, the same every time`() throws {
    let folder = NSTemporaryDirectory() + "/primacy-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func written(_ name: String) throws -> [String: Data] {
      let out = "\(folder)/\(name)"
      let run = try CommandRun(["report", "--out", out] + Self.quick)
      #expect(run.code == 0, "\(run.words)")
      let paths = run.output.split(separator: "\n").map { String($0.dropFirst(out.count + 1)) }
      let found = try FileManager.default.subpathsOfDirectory(atPath: out)
        .filter { $0.contains(".") }
      #expect(Set(paths) == Set(found))
      return Dictionary(
        uniqueKeysWithValues: try paths.map {
          ($0, try Data(contentsOf: URL(fileURLWithPath: "\(out)/\($0)")))
        })
    }
    let first = try written("first")
    #expect(try first == written("second"))
    #expect(first.keys.contains("report.html"))
    #expect(first.keys.contains("charts/powers.svg"))
    #expect(first.keys.contains("tables/ratio-fans.csv"))
  }

  /// By hand: a file stands where a folder is needed, or the other way round, so that the last
  /// files cannot be written.
  @Test(arguments: ["tables", "tables/ratio-fans.csv/x"])
  func `writes nothing where it cannot write all`(obstacle: String) throws {
    let folder = NSTemporaryDirectory() + "/primacy-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = URL(fileURLWithPath: "\(folder)/\(obstacle)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: file)
    let run = try CommandRun(["report", "--out", folder] + Self.quick)
    #expect(run.code == 73)
    #expect(run.words.contains("tables/"), "\(run.words)")
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder)
    #expect(left.filter { $0.hasSuffix(".html") || $0.hasSuffix(".svg") }.isEmpty, "\(left)")
  }

  /// By hand: figures of one's own make a page of what they hold.
  @Test func `makes a page of figures of one's own`() throws {
    let scratch = NSTemporaryDirectory() + "/primacy-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    let rows = (1960...2020).flatMap { year in
      [("KOR", 0.05, 1.0), ("FRA", 0.02, 5), ("BRA", 0.03, 2)].map { code, growth, size in
        "\(code),\(year),gdp.ppp,\(size * exp(growth * Double(year - 1960)) * (1 + 0.01 * sin(Double(year))))"
      }
    }
    let table = "iso3,year,series,value\n" + rows.joined(separator: "\n") + "\n"
    try Data(table.utf8).write(to: URL(fileURLWithPath: "\(scratch)/mine.csv"))
    let run = try CommandRun(
      ["report", "KOR", "FRA", "--data", "\(scratch)/mine.csv", "--out", "\(scratch)/out"]
        + Self.quick)
    #expect(run.code == 0, "\(run.words)")
    let page = try String(contentsOfFile: "\(scratch)/out/report.md", encoding: .utf8)
    #expect(page.hasPrefix("# South Korea and France: when, if ever?"))
    #expect(!page.contains("World Bank"))
    let named = try CommandRun(
      ["report", "--challenger", "KOR", "--incumbent", "FRA", "--data", "\(scratch)/mine.csv"]
        + ["--out", "\(scratch)/named"] + Self.quick)
    #expect(named.code == 0, "\(named.words)")
    #expect(try String(contentsOfFile: "\(scratch)/named/report.md", encoding: .utf8) == page)
  }
}
