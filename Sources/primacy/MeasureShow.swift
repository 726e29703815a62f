import ArgumentParser
import Forecasting
import Panels
import Reports

/// What one measure is made of.
struct MeasureShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a measure: its formula, what it needs, and its weights at the origin.")

  @Argument(help: "The measure.")
  var name: String

  @OptionGroup var own: MeasureOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await Failure.reporting {
      let figures = try data.dataSet()
      let book = try own.book(for: figures)
      let measure = try book.measure(named: name, in: figures)
      print(
        Self.table(of: measure, in: book, figures).rendered(as: output.format), terminator: "")
    }
  }

  private static func table(
    of measure: Measure, in book: MeasureBook, _ figures: DataSet
  ) -> Table {
    var table = Table("measure show", columns: ["measure", "property", "value"])
    func add(_ property: String, _ value: Table.Cell) {
      table.append([.text(measure.name), .text(property), value])
    }
    let formula = measure.formula
    add("title", .text(measure.title))
    add("unit", .text(measure.unit))
    add("formula", .text(formula.description))
    add("indicators", .text(formula.indicators.map(\.name).joined(separator: " ")))
    if !measure.source.isEmpty { add("source", .text(measure.source)) }
    let missing = measure.missing(from: figures)
    if !missing.isEmpty { add("missing", .text(missing.map(\.name).joined(separator: " "))) }
    for case .component(let parts) in formula.nodes {
      guard let component = PrincipalComponent(of: parts, in: figures) else { continue }
      add("component year", .year(component.year))
      add("component powers", .count(component.powers))
      add("component explained", .number(component.explained))
      for (part, loading) in zip(parts, component.loadings) {
        add("loading of \(book.label(of: part))", .number(loading))
      }
      for (part, weight) in zip(parts, component.weights) {
        add("weight of \(book.label(of: part))", .number(weight))
      }
    }
    return table
  }
}

extension MeasureBook {
  /// A formula by the name of the measure whose share it is, where one has it.
  fileprivate func label(of formula: Formula) -> String {
    guard case .share(let part) = formula,
      let measure = measures.first(where: { $0.formula == part })
    else { return formula.description }
    return "share(\(measure.name))"
  }
}
