import ArgumentParser
import Forecasting
import Foundation
import Panels

/// The options that every command which takes names of measures understands.
struct MeasureOptions: ParsableArguments {
  @Option(
    name: .customLong("measures-file"),
    help: ArgumentHelp(
      "A YAML file of further measures (see `primacy measure`).", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "What personnel, operations and equipment make of a military budget, for milex.mppp "
        + "(0.35,0.35,0.3 by default; unverified).", valueName: "p,o,e"))
  var militaryWeights: String?

  @Option(help: ArgumentHelp("What military_stock loses a year.", valueName: "fraction"))
  var depreciation = 0.08

  @Option(
    help: ArgumentHelp(
      "What a person needs a day, in the data's international $, for surplus.",
      valueName: "dollars"))
  var subsistence = 3.0

  @Option(
    help: ArgumentHelp(
      "Weights of composite over shares of measures, as gdp.mer=2,milex.mer=1; the first "
        + "principal component by default.", valueName: "weights"))
  var composite: String?

  func validate() throws {
    guard depreciation > 0, depreciation <= 1 else {
      throw ValidationError("--depreciation must be above 0 and at most 1.")
    }
    guard subsistence >= 0, subsistence.isFinite else {
      throw ValidationError("--subsistence must not be negative.")
    }
    _ = try budget()
    _ = try weights()
  }

  /// The catalogue with these options, and the measures of the files.
  ///
  /// - Throws: `MeasureFileDefect`, `UnknownName`, or `Failure` where a file cannot be read.
  func book(for data: DataSet) throws -> MeasureBook {
    var catalogue = Measure.catalogue
    func replace(_ measure: Measure) {
      catalogue = catalogue.map { $0.name == measure.name ? measure : $0 }
    }
    if let budget = try budget() { replace(.spendingMPPP(budget)) }
    replace(.militaryStock(rate: depreciation))
    replace(.surplus(subsistence: subsistence * 365))
    if let weights = try weights() {
      let book = MeasureBook(catalogue)
      replace(
        .composite(
          of: try weights.map { (weight: $0.1, measure: try book.measure(named: $0.0, in: data)) }))
    }
    var own: [Measure] = []
    let indicators = Indicator.catalogue + data.panels.values.map(\.indicator)
    for file in files {
      own += try read(file, catalogue: catalogue + own, indicators: indicators)
    }
    return MeasureBook(catalogue, own: own)
  }

  private func read(
    _ file: String, catalogue: [Measure], indicators: [Indicator]
  ) throws -> [Measure] {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Failure("There is no file \(file), or it cannot be read.", .usage)
    }
    do throws(MeasureFileError) {
      return try MeasureFile(
        String(decoding: bytes, as: UTF8.self), catalogue: catalogue, indicators: indicators
      ).measures
    } catch { throw MeasureFileDefect(file: file, error: error) }
  }

  private func budget() throws -> Measure.BudgetShares? {
    guard let militaryWeights else { return nil }
    let parts = militaryWeights.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.drop { $0 == " " }) ?? -1 }
    guard parts.count == 3, parts.allSatisfy({ $0 >= 0 && $0.isFinite }),
      parts.contains(where: { $0 > 0 })
    else {
      throw ValidationError(
        "--military-weights takes three numbers that are not negative, as 0.35,0.35,0.3.")
    }
    return Measure.BudgetShares(
      personnel: parts[0], operations: parts[1], equipment: parts[2])
  }

  private func weights() throws -> [(String, Double)]? {
    guard let composite else { return nil }
    let weights = try names(in: composite).map { text -> (String, Double) in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let weight = Double(parts[1]), weight >= 0, weight.isFinite else {
        throw ValidationError(
          "--composite takes weights that are not negative, as gdp.mer=2,milex.mer=1, not \"\(text)\"."
        )
      }
      return (parts[0], weight)
    }
    guard weights.contains(where: { $0.1 > 0 }) else {
      throw ValidationError("--composite needs a weight above zero.")
    }
    return weights
  }
}

/// A file of measures that cannot be used, and why.
struct MeasureFileDefect: Error, CustomStringConvertible {
  let file: String
  let error: MeasureFileError

  var description: String { "\(file), \(error)" }
}
