import ArgumentParser
import Charts

/// How wide charts are drawn.
struct ChartWidth: ParsableArguments {
  @Option(help: ArgumentHelp("How wide each chart is.", valueName: "pixels"))
  var width = 720

  func validate() throws {
    guard (240...4000).contains(width) else {
      throw ValidationError("--width must be 240 to 4000.")
    }
  }

  /// The chart as SVG, so wide.
  func render(_ chart: Chart) -> String { chart.resized(to: Double(width)).render() }
}
