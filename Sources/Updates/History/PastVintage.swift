public import Archive
import Datasets
public import Foundation

/// Makes the folder of a past vintage again.
public struct PastVintage: Sendable {
  public let state: StateFolder
  let files: any FileSystem

  public init(state: StateFolder, files: any FileSystem = LocalFiles()) {
    self.state = state
    self.files = files
  }

  /// The folder of the vintage that was known on a day, byte for byte as it was.
  ///
  /// What was made once is kept and used again as long as its digest is right.
  ///
  /// - Throws: `ArchiveError` where there is none; `FileSystemError` where it cannot be written.
  public func folder(on day: Day) throws -> String {
    let archive = try Archive(existing: state.archive)
    return try folder(of: archive.vintage(on: day), archive)
  }

  /// The folder of the vintage that was known at a moment, byte for byte as it was.
  ///
  /// - Throws: `ArchiveError` where there is none; `FileSystemError` where it cannot be written.
  public func folder(at moment: Date) throws -> String {
    let archive = try Archive(existing: state.archive)
    return try folder(of: archive.vintage(at: moment), archive)
  }

  private func folder(of vintage: Vintage, _ archive: Archive) throws -> String {
    let path = "\(state.vintages)/\(vintage.number)"
    for folder in [state.data, path] where try holds(folder, vintage) { return folder }
    let isSpoilt = FileManager.default.fileExists(atPath: path)
    // Another command may make the same folder at the same time: the first that is in place is used.
    let draft = "\(path)-\(UUID().uuidString)"
    try files.makeFolder(state.vintages)
    try files.build(draft, archive.folder(of: vintage).files.map { ($0.path, $0.bytes) })
    if isSpoilt { try files.remove(path) }
    do throws(FileSystemError) {
      try files.rename(draft, to: path)
    } catch {
      try files.remove(draft)
      guard try holds(path, vintage) else { throw error }
    }
    return path
  }

  /// Whether a folder is there and has the vintage's digest.
  private func holds(_ folder: String, _ vintage: Vintage) throws -> Bool {
    guard FileManager.default.fileExists(atPath: folder) else { return false }
    return try DataFolder.checksum(of: folder) == vintage.checksum
  }
}
