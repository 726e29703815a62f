import Archive
import ArgumentParser
import Datasets
import Foundation
import Updates

extension Primacy {
  /// Hashes again everything that was kept and published.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Check that everything kept and published is still what it was.",
      discussion: """
        Makes every file of every vintage again and compares its digest, and so with every forecast \
        and every published file; then SQLite checks itself. Ends with 1 where something is wrong.
        """)

    @OptionGroup var state: StateOptions

    func run() async throws {
      try await Failure.reporting {
        let archive = try Archive(existing: state.places.archive)
        var result = try archive.verify {
          FileManager.default.contents(atPath: $0).map(Array.init)
        }
        try check(state.places.data, against: archive, &result)
        for failure in result.failures { print(failure) }
        let counts =
          "\(result.vintages) vintages, \(result.forecasts) forecasts, "
          + "\(result.files) published files"
        guard result.failures.isEmpty else {
          throw Failure(
            "\(counts): \(result.failures.count) are not what they were.", .checksFailed)
        }
        StandardError.write("primacy: \(counts), all as they were.\n")
      }
    }

    /// Compares the tables in use with the last vintage.
    private func check(
      _ folder: String, against archive: Archive, _ result: inout Verification
    ) throws {
      guard FileManager.default.fileExists(atPath: folder) else { return }
      if try DataFolder.checksum(of: folder) != archive.vintage().checksum {
        result.add("\(folder) is not the last vintage; `primacy update` stores it as one.")
      }
    }
  }
}
