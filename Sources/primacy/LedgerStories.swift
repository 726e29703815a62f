import ArgumentParser
import Charts
import Forecasting
import Panels
import Reports

extension Primacy.Ledger {
  /// Tells the great tests.
  struct Stories: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stories",
      abstract: "Tell what Primacy says as of 1900, 1938, 1960, 1975, 1990, 2003 and 2010.",
      discussion: """
        Germany and Britain, the Soviet Union, Japan and China and the United States: each forecast \
        uses nothing later than its year, and stands beside what came.

        Examples:
          primacy ledger stories
          primacy ledger stories --out notebooks-out
        """)

    @OptionGroup var data: DataOptions
    @OptionGroup var simulation: SimulationOptions
    @OptionGroup var output: OutputOptions

    @Option(
      help: ArgumentHelp(
        "Also write stories.md, and charts into charts, to this folder.", valueName: "folder"))
    var out: String?

    @OptionGroup var width: ChartWidth

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.dataSet()
        var stories: [Story] = []
        for test in GreatTest.all where test.origin < data.asOf ?? .max {
          stories.append(try await story(of: test, figures, record: data.record()))
        }
        if let out {
          let charts = try OutputFolder("\(out)/charts")
          for story in stories { try charts.write(width.render(story.chart), to: story.file) }
          let text = StoryText(stories, charts: "charts").markdown
          try OutputFolder(out).write(text, to: "stories.md")
        }
        print(Self.table(stories).rendered(as: output.format), terminator: "")
      }
    }

    private func story(
      of test: GreatTest, _ figures: DataSet, record: ForecastRecord?
    ) async throws -> Story {
      var options = try simulation.options(for: figures)
      if simulation.measures == nil { options.measures = Story.measures }
      options.measures = options.measures.filter { $0.missing(from: figures).isEmpty }
      options.need = .any
      let forecaster = try Forecaster(
        figures, origin: test.origin, options: options, record: record)
      let contest = try Contest(challenger: Side(test.challenger), incumbent: Side(test.incumbent))
      let forecasts = try await forecaster.forecast(contest)
      let courses = forecasts.map { forecast in
        StoryCourse(
          forecast, MeasureRecord(forecast.measure, data: figures), forecaster: forecaster)
      }
      return Story(
        test, courses,
        context: ChartContext(
          contest, forecaster: forecaster, measures: forecasts.map(\.measure)))
    }

    static func table(_ stories: [Story]) -> Table {
      let horizons = StoryCourse.horizons
      var table = Table(
        "ledger stories",
        columns: ["origin", "challenger", "incumbent", "measure", "ratio", "event"]
          + horizons.map { "probability_\($0)" } + horizons.map { "base_rate_\($0)" }
          + ["happened", "last_year"])
      for story in stories {
        for course in story.courses {
          table.append(
            [
              .year(story.test.origin), .text(story.test.challenger.code),
              .text(story.test.incumbent.code), .text(course.forecast.measure.name),
              .ratio(course.forecast.ratio), .text(course.isAhead ? "reversal" : "crossing"),
            ] + horizons.map { .probability(course.probability(within: $0)) }
              + horizons.map { course.baseRate(within: $0).map { .probability($0) } ?? .missing }
              + [
                course.happened.map { .year($0) } ?? .missing,
                course.came.last.map { .year($0.year) } ?? .missing,
              ])
        }
      }
      return table
    }
  }
}
