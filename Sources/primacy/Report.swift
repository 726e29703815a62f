import ArgumentParser
import Panels
import Reports

extension Primacy {
  /// One page about one contest, with its charts and numbers.
  struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report",
      abstract: "Write a page that answers the question, with charts, record, method and sources.",
      discussion: """
        Writes report.html, which needs nothing else and no network; report.md for repositories, \
        with its charts; and tables/*.csv with every number on the page. All files appear, or none.

        Examples:
          primacy report
          primacy report India China --out india
          primacy report --challenger India --incumbent China --out india
          primacy report "China+Russia" NATO --measures milex.ppp,gdp.ppp
        """)

    @Argument(
      help: "The rising power: a code, a common name, or several joined by +. (default: CHN)")
    var challenger: String?

    @Argument(help: "The leading power. (default: USA)")
    var incumbent: String?

    @Option(name: .customLong("challenger"), help: "The rising power, by name of the option.")
    var namedChallenger: String?

    @Option(name: .customLong("incumbent"), help: "The leading power, by name of the option.")
    var namedIncumbent: String?

    @OptionGroup var findings: FindingsOptions

    @Option(help: ArgumentHelp("Write the report to this folder.", valueName: "folder"))
    var out = "notebooks-out"

    func validate() throws {
      if challenger != nil && (namedChallenger ?? namedIncumbent) != nil {
        throw ValidationError(
          "Powers are named either by their places or by options, not by both.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let findings = try await findings.findings(
          namedChallenger ?? challenger ?? "CHN", namedIncumbent ?? incumbent ?? "USA",
          for: ProjectChart.allCases)
        let report = try Reports.Report(findings)
        let folder = try OutputFolder(out)
        try folder.write(report.files.map { ($0.path, $0.text) })
        for file in report.files { print("\(folder.path)/\(file.path)") }
      }
    }
  }
}
