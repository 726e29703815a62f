import ArgumentParser
import Charts
import Foundation

/// The option of commands that draw what they print.
struct ChartFileOptions: ParsableArguments {
  @Option(
    name: .customLong("chart"),
    help: ArgumentHelp("Also draw a chart into this SVG file.", valueName: "file"))
  var path: String?

  @OptionGroup var width: ChartWidth

  /// Writes the chart where one is asked for, and says where.
  ///
  /// - Throws: `Failure` where it cannot be written, or there is nothing to draw.
  func write(_ chart: @autoclosure () -> Chart?) throws {
    guard let path else { return }
    guard let chart = chart() else {
      throw Failure("There is nothing to draw in \(path).", .badData)
    }
    let file = URL(fileURLWithPath: path)
    try OutputFolder(file.deletingLastPathComponent().path)
      .write(width.render(chart), to: file.lastPathComponent)
    StandardError.write("primacy: the chart is in \(path).\n")
  }
}
