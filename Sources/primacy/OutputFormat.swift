public import ArgumentParser
public import Reports

extension Table.Format: ExpressibleByArgument {}

/// The option that every command which prints a table understands.
struct OutputOptions: ParsableArguments {
  @Option(help: "How to print: table, json, csv or markdown.")
  var format = Table.Format.table
}
