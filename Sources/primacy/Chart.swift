import ArgumentParser
import Charts
import Panels
import Reports

extension Primacy {
  /// The project's charts of one forecast.
  struct Chart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "chart",
      abstract: "Draw charts of a forecast.",
      discussion: """
        All charts show the same joint futures. Without a name, every chart is drawn for which the \
        figures suffice.

        Charts: \(ProjectChart.allCases.map(\.rawValue).joined(separator: ", ")).

        Examples:
          primacy chart
          primacy chart ratio-fans --challenger IND --incumbent CHN --out india
        """)

    @Argument(help: ArgumentHelp("Which charts.", valueName: "name"))
    var names: [String] = []

    @Option(help: "The rising power: a code, a common name, or several joined by +.")
    var challenger = "CHN"

    @Option(help: "The leading power.")
    var incumbent = "USA"

    @OptionGroup var findings: FindingsOptions

    @Option(help: ArgumentHelp("Write the charts to this folder.", valueName: "folder"))
    var out = "notebooks-out/charts"

    @OptionGroup var width: ChartWidth

    func run() async throws {
      try await Failure.reporting {
        let charts = try chosen()
        let findings = try await findings.findings(challenger, incumbent, for: charts)
        let files = charts.compactMap { chart -> (name: String, text: String)? in
          chart.drawing(of: findings).map { drawing in
            (chart.file, width.render(drawing.chart))
          }
        }
        let drawn = files.map(\.name)
        if let missing = charts.first(where: { !drawn.contains($0.file) }), !names.isEmpty {
          throw Failure(
            "The figures hold nothing that the chart \(missing.rawValue) shows.", .badData)
        }
        let folder = try OutputFolder(out)
        try folder.write(files)
        for name in drawn { print("\(folder.path)/\(name)") }
      }
    }

    /// The charts whose names are near, or else those of which a word is.
    private static func nearest(to name: String) -> [String] {
      let all = ProjectChart.allCases.map(\.rawValue)
      let near = NearestNames.names(to: name, among: all)
      guard near.isEmpty else { return near }
      let words = Set(all.flatMap { $0.split(separator: "-").map(String.init) })
      let found = NearestNames.names(to: name, among: words)
      return all.filter { $0.split(separator: "-").contains { found.contains(String($0)) } }
    }

    /// The charts named, each once, or all.
    private func chosen() throws -> [ProjectChart] {
      guard !names.isEmpty else { return ProjectChart.allCases }
      let named = try names.map { name in
        guard let chart = ProjectChart(rawValue: name) else {
          throw UnknownName(.chart, name, nearest: Self.nearest(to: name))
        }
        return chart
      }
      return ProjectChart.allCases.filter(named.contains)
    }
  }
}
