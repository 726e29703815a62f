import ArgumentParser

/// The forms in which a command prints a table.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// Aligned columns for a reader.
  case table
  case json
  case csv
  case markdown
}

/// The option that every command which prints a table understands.
struct OutputOptions: ParsableArguments {
  @Option(help: "How to print: table, json, csv or markdown.")
  var format = OutputFormat.table
}
