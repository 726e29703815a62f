import ArgumentParser
import Foundation
import Reports
import Updates

extension Primacy {
  /// Fetches what publishers have that is new.
  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "update",
      abstract: "Fetch, check and store what publishers have that is new.",
      discussion: """
        Sources: maddison, nmc, penn, un-wpp, world-bank; imf and sipri where their tables are in \
        use already, or where they are named. What fails a check is put into quarantine with its \
        reason; what cannot be fetched stays as it was. Ends with 69 if a publisher cannot be \
        reached, with 65 if a delivery was refused.
        """)

    @OptionGroup var updates: UpdateOptions
    @OptionGroup var state: StateOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        let outcomes = try await state.taking { base, limits in
          var update = try updates.update(over: base, into: state.store)
          update.limits = limits
          return try await update.run(over: base, at: Date())
        }
        print(UpdateTable.table(outcomes).rendered(as: output.format), terminator: "")
        try UpdateTable.conclude(outcomes)
      }
    }
  }
}
