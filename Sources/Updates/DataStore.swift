public import Datasets
import Glibc

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where updates are kept: one folder of state, its tables replaced whole.
///
/// `data` is a link to the generation in use, a folder like `datasets/`; `receipts` holds what
/// publishers last answered; `quarantine` what was not believed, with the reasons.
public struct DataStore: Sendable {
  /// How many generations are kept.
  public static let generations = 3

  /// The folder of state.
  public let state: String

  public init(state: String) { self.state = state }

  /// The tables in use, once there are any.
  public var data: String { "\(state)/data" }
}

extension DataStore {
  /// Makes a new generation and switches to it.
  ///
  /// A reader sees the old tables or the new ones, never some of both.
  ///
  /// - Parameters:
  ///   - tables: The tables that are new.
  ///   - base: The folder whose other tables are taken over.
  public func store(_ tables: [SourceTable], over base: TableFolder) throws(DataError) {
    let all = "\(state)/generations"
    try makeFolder(all)
    let number = (try numbers().max() ?? 0) + 1
    let generation = "\(all)/\(number)"
    let draft = "\(all)/.\(number)"
    try? FileManager.default.removeItem(atPath: draft)
    try base.copy(to: draft, replacing: tables)
    guard rename(draft, generation) == 0 else { throw unwritable(generation) }
    try makeCurrent(number)
    try removeOld(keeping: number)
  }

  /// Switches the link to a generation, in one step.
  private func makeCurrent(_ number: Int) throws(DataError) {
    let link = "\(state)/.data"
    unlink(link)
    guard symlink("generations/\(number)", link) == 0, rename(link, data) == 0 else {
      throw unwritable(data)
    }
  }

  private func removeOld(keeping newest: Int) throws(DataError) {
    for number in try numbers().sorted() where number <= newest - Self.generations {
      // A generation that cannot be removed does no harm.
      try? FileManager.default.removeItem(atPath: "\(state)/generations/\(number)")
    }
  }

  private func numbers() throws(DataError) -> [Int] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: "\(state)/generations")
        .compactMap { Int($0) }
    } catch { throw .unreadable(path: "\(state)/generations", reason: "\(error)") }
  }
}

extension DataStore {
  /// What a publisher answered last time; nothing if that is not known.
  public func receipts(of source: Source) -> [Receipt] {
    let path = "\(state)/receipts/\(source.name).json"
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    // What cannot be read is asked for again.
    return (try? Self.decoder.decode([Receipt].self, from: data)) ?? []
  }

  /// Remembers what a publisher answered.
  public func keep(_ receipts: [Receipt], of source: Source) throws(DataError) {
    try makeFolder("\(state)/receipts")
    try TextFile.write(text(receipts), to: "\(state)/receipts/\(source.name).json")
  }

  /// Puts files aside with the reasons why they are not believed.
  ///
  /// - Returns: The folder; the same for the same files, however often they come.
  public func quarantine(
    _ documents: [Document], _ findings: [Finding], of source: Source
  ) throws(DataError) -> String {
    let digests = documents.map(\.receipt.sha256).joined()
    let name = "\(source.name)-\(Digest(of: Array(digests.utf8).span).hexadecimal.prefix(12))"
    let folder = "\(state)/quarantine/\(name)"
    try makeFolder(folder)
    for (index, document) in documents.enumerated() {
      let path = "\(folder)/\(documents.count == 1 ? "" : "\(index + 1)-")\(document.name)"
      do {
        try Data(document.bytes).write(to: URL(filePath: path), options: .atomic)
      } catch { throw unwritable(path) }
    }
    try TextFile.write(
      findings.map { "\($0)\n" }.joined(), to: "\(folder)/findings.txt")
    return folder
  }

  private func text(_ receipts: [Receipt]) -> String {
    guard let data = try? Self.encoder.encode(receipts) else {
      preconditionFailure("receipts are always encodable")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return encoder
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return decoder
  }

  private func makeFolder(_ path: String) throws(DataError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch { throw unwritable(path) }
  }

  private func unwritable(_ path: String) -> DataError {
    .unwritable(path: path, reason: "the folder is missing, full, or not yours to write")
  }
}
