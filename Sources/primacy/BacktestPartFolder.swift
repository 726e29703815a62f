import Forecasting
import Foundation
import Panels

/// Finished origins of a backtest, a file each, until the whole is done.
struct BacktestPartFolder: BacktestParts {
  private let folder: OutputFolder
  private let run: String

  /// Opens the folder of the parts of one run, or makes it.
  ///
  /// - Parameters:
  ///   - path: Where the backtest writes its results.
  ///   - run: All that the results depend on, in one line.
  /// - Throws: `Failure` where the folder cannot be made.
  init(in path: String, run: String) throws {
    folder = try OutputFolder("\(path)/parts")
    self.run = run
  }

  func part(at origin: Int) -> BacktestResult? {
    let file = "\(folder.path)/\(name(of: origin))"
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    return BacktestPart(run: run, origin: origin).result(from: text)
  }

  func keep(_ part: BacktestResult, at origin: Int) throws {
    try folder.write(
      BacktestPart(run: run, origin: origin).text(of: part), to: name(of: origin))
  }

  /// How many of some origins are kept whole.
  func count(of origins: [Int]) -> Int { origins.count { part(at: $0) != nil } }

  /// Removes the parts: the whole stands where they were for.
  func remove() { try? FileManager.default.removeItem(atPath: folder.path) }

  private func name(of origin: Int) -> String { "\(origin).csv" }
}

extension Forecasting.Backtest {
  /// All that a run's results depend on: figures, options and program, in one line.
  var run: String {
    let models = options.models.map(\.name).joined(separator: "+")
    let horizons = options.horizons.map { "\($0)" }.joined(separator: "+")
    return [
      data.checksum, options.measure.name, horizons, "\(options.top)", "\(options.maxRatio)",
      "\(options.minHistory)", models, "\(options.futures)", "\(options.seed)", Self.program,
    ].joined(separator: ",")
  }

  /// The size and the date of the program's file, which change with what it computes.
  private static let program: String = {
    let path = Bundle.main.executableURL?.resolvingSymlinksInPath().path ?? ""
    guard let file = try? FileManager.default.attributesOfItem(atPath: path) else { return "" }
    let size = (file[.size] as? NSNumber)?.intValue ?? 0
    let date = (file[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(size)+\(Int(date))"
  }()
}
