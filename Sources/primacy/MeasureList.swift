import ArgumentParser
import Forecasting
import Reports

/// The measures that can be forecast.
struct MeasureList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the measures, built in and from files of one's own.")

  @OptionGroup var own: MeasureOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await Failure.reporting {
      let book = try own.book(for: data.dataSet())
      print(Self.table(of: book).rendered(as: output.format), terminator: "")
    }
  }

  private static func table(of book: MeasureBook) -> Table {
    var table = Table("measure list", columns: ["name", "title", "unit", "formula"])
    for measure in book.measures {
      table.append([
        .text(measure.name), .text(measure.title), .text(measure.unit),
        .text(measure.formula.description),
      ])
    }
    return table
  }
}
