public import Archive
public import Datasets
public import Foundation

/// The taking in of figures: before and after, the archive keeps what is in use.
///
/// So nothing is lost where a run ends between the two: the next one keeps what it finds.
public struct Intake: Sendable {
  public let state: StateFolder
  /// The folder of the embedded figures, which are the first vintage.
  public let embedded: String
  let store: DataStore
  let archive: Archive

  /// Opens the archive, and makes it where there is none.
  ///
  /// - Precondition: The lock is held, the folder of state is there, and the store is below it.
  public init(state: StateFolder, embedded: String, store: DataStore) throws(ArchiveError) {
    self.state = state
    self.embedded = embedded
    self.store = store
    archive = try Archive(path: state.archive)
  }

  /// Ends the use of the archive, so that its file stands alone.
  public func close() throws(ArchiveError) { try archive.close() }

  /// The tables in use.
  public var tables: TableFolder {
    let isStored = FileManager.default.fileExists(atPath: state.data)
    return TableFolder(path: isStored ? state.data : embedded)
  }

  /// Does some work that may replace the tables in use, and keeps what came of it.
  ///
  /// The work is given the tables in use, and how far each source's series were revised before.
  ///
  /// - Returns: What became of each source, and the vintages that were new.
  /// - Throws: What stopped the work or the archive.
  public func take(
    at time: Date,
    _ work: (TableFolder, [String: RevisionLimits]) async throws -> [Update.Outcome]
  ) async throws -> (outcomes: [Update.Outcome], vintages: [Vintage]) {
    if FileManager.default.fileExists(atPath: state.data) {
      try store.accompany(as: TableFolder(path: embedded))
    }
    let found = try archive.keep(folderAt: tables.path, at: time)
    let outcomes = try await work(tables, RevisionLimits.all(by: archive.revisions()))
    try archive.note(outcomes.flatMap { $0.fetches(at: time) })
    try archive.note(outcomes.flatMap(\.records), at: time)
    let kept = try archive.keep(folderAt: tables.path, at: time)
    return (outcomes, [found, kept].compactMap(\.self))
  }
}
