import ArgumentParser
import Charts
import Forecasting
import Panels
import Reports

extension Primacy {
  /// The project's charts of one forecast.
  struct Chart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draw charts of a forecast.",
      discussion: """
        All charts show the same joint futures. Without a name, every chart is drawn.

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

    @OptionGroup var data: DataOptions
    @OptionGroup var simulation: SimulationOptions

    @Option(help: ArgumentHelp("Write the charts to this folder.", valueName: "folder"))
    var out = "notebooks-out/charts"

    @Option(help: ArgumentHelp("How wide each chart is.", valueName: "pixels"))
    var width = 720

    func validate() throws {
      guard (240...4000).contains(width) else {
        throw ValidationError("--width must be 240 to 4000.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let charts = try chosen()
        let figures = try data.everything()
        let forecaster = try Forecaster(
          figures, origin: data.asOf, options: simulation.options(for: figures),
          record: data.record())
        let contest = try Contest(
          challenger: figures.side(named: challenger), incumbent: figures.side(named: incumbent))
        let forecasts = try await forecaster.forecast(contest)
        let context = ChartContext(
          contest, forecaster: forecaster, measures: forecasts.map(\.measure))
        var trajectories: [Measure: Trajectories] = [:]
        let shown = charts.flatMap { $0.trajectoryMeasures(among: forecasts.map(\.measure)) }
        for measure in Set(shown) {
          trajectories[measure] = try await forecaster.trajectories(
            ofLeading: 10, on: measure, of: contest)
        }
        let texts = charts.map { chart in
          let wanted = chart.trajectoryMeasures(among: forecasts.map(\.measure))
          return chart.chart(
            of: forecasts, wanted.compactMap { trajectories[$0] }, context: context
          ).resized(to: Double(width)).render()
        }
        let folder = try OutputFolder(out)
        for (chart, text) in zip(charts, texts) {
          try folder.write(text, to: chart.file)
          print("\(folder.path)/\(chart.file)")
        }
      }
    }

    /// The charts named, each once, or all.
    private func chosen() throws -> [ProjectChart] {
      guard !names.isEmpty else { return ProjectChart.allCases }
      let named = try names.map { name in
        guard let chart = ProjectChart(rawValue: name) else {
          throw UnknownName(
            .chart, name,
            nearest: NearestNames.names(to: name, among: ProjectChart.allCases.map(\.rawValue)))
        }
        return chart
      }
      return ProjectChart.allCases.filter(named.contains)
    }
  }
}
