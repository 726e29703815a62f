import ArgumentParser
import Balancing
import Forecasting
import Panels
import Reports

extension Primacy.Balance {
  /// Whom a state has to fear.
  struct ThreatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "threat",
      abstract: "Rank what a state has to fear from others: power, proximity, offense, intentions.",
      discussion: """
        A threat is the product of the parts, each raised to its weight; the gravest is 1. A part \
        that no source covers in the year is left out of every threat and shown as "not \
        available". Disputes are those between the two: who began them is not in the source.

        Examples:
          primacy balance threat POL
          primacy balance threat JPN --measure milex.mer --weights proximity=2,ideals=0
          primacy balance threat FRA --as-of 1938 --gradient bueno-de-mesquita
          primacy balance threat IND --year 2014
        """)

    @Argument(help: "The state that may be threatened.")
    var state: String

    @Option(help: ArgumentHelp("The year; the measure's last by default.", valueName: "year"))
    var year: Int?

    @Option(help: ArgumentHelp("Show at most so many.", valueName: "count"))
    var top = 15

    @OptionGroup var threat: ThreatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard top > 0 else { throw ValidationError("--top must be positive.") }
    }

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.dataSet()
        let power = try figures.power(named: state)
        let measure = try threat.power(in: figures)
        let last = MeasureRecord(measure.resolved(in: figures), data: figures).coverage()
        let year = year ?? last?.upperBound ?? 0
        let spending = try threat.spending(in: figures, year: year)
        let field = try ThreatField(
          measure, spending: spending, data: figures, relations: data.relations(),
          options: threat.options())
        let threats: [Threat]
        do throws(Unavailable) {
          threats = try field.threats(to: power, in: year)
        } catch {
          throw BalancingError.withoutFigure(measure: measure.name, year: year, error)
        }
        let tables = ThreatTables(field: field, state: power, year: year)
        let table = tables.table(Array(threats.prefix(top)))
        print(table.rendered(as: output.format), terminator: "")
        if output.format == .table || output.format == .markdown {
          StandardError.write(tables.note(threats))
        }
      }
    }
  }
}
