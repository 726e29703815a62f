public import Datasets
import Panels

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
  let files: any FileSystem

  public init(state: String, files: any FileSystem = LocalFiles()) {
    self.state = state
    self.files = files
  }

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
  ///   - gaps: What publishers say is missing, by the name of the source.
  /// - Throws: A defect of the folder, or what could not be written; the old tables stay then.
  public func store(
    _ tables: [SourceTable], over base: TableFolder, gaps: [String: [Delivery.Gap]] = [:]
  ) throws(DataError) {
    var new = try DataFolder(path: base.path)
    for table in tables { new = try new.replacing(table) }
    for (source, gaps) in gaps.sorted(by: { $0.key < $1.key }) where !gaps.isEmpty {
      new = new.replacing(.init(path: "missing/\(source).csv", bytes: Array(Self.text(gaps).utf8)))
    }
    try store(new)
  }

  /// Takes over the documents that come with the program, where those in use are others.
  ///
  /// - Throws: A defect of a folder, or what could not be written; the old documents stay then.
  func accompany(as embedded: TableFolder) throws(DataError) {
    guard try !DataFolder.haveSameDocuments(data, embedded.path) else { return }
    try store(
      DataFolder(path: data).accompanied(as: DataFolder(path: embedded.path)))
  }

  /// Makes a new generation of a folder and switches to it.
  private func store(_ new: DataFolder) throws(DataError) {
    let all = "\(state)/generations"
    try doing { () throws(FileSystemError) in try files.makeFolder(all) }
    let number = (try numbers().max() ?? 0) + 1
    try doing { () throws(FileSystemError) in
      try files.build("\(all)/\(number)", new.files.map { ($0.path, $0.bytes) })
      try files.point(data, at: "generations/\(number)")
    }
    try removeOld(keeping: number)
  }

  /// The table `iso3,year,series,reason`.
  private static func text(_ gaps: [Delivery.Gap]) -> String {
    gaps.reduce(into: "iso3,year,series,reason\n") { text, gap in
      text += "\(gap.power.code),\(gap.year),\(gap.series),\(gap.reason.rawValue)\n"
    }
  }

  /// Removes old generations, and what an interrupted run left of one.
  private func removeOld(keeping newest: Int) throws(DataError) {
    for name in try names() where name.hasSuffix(".old") {
      try doing { () throws(FileSystemError) in try files.remove("\(state)/generations/\(name)") }
    }
    for number in try numbers().sorted() where number <= newest - Self.generations {
      try doing { () throws(FileSystemError) in
        try files.retire("\(state)/generations/\(number)")
      }
    }
  }

  /// Says what the file system refused as a failure to write.
  private func doing(_ work: () throws(FileSystemError) -> Void) throws(DataError) {
    do throws(FileSystemError) { try work() } catch {
      throw .unwritable(path: error.path, reason: error.reason)
    }
  }

  private func numbers() throws(DataError) -> [Int] { try names().compactMap { Int($0) } }

  private func names() throws(DataError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: "\(state)/generations")
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
    try doing { () throws(FileSystemError) in
      try files.makeFolder("\(state)/receipts")
      try files.replace("\(state)/receipts/\(source.name).json", with: text(receipts))
    }
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
    guard !FileManager.default.fileExists(atPath: folder) else { return folder }
    var contents = documents.enumerated().map { index, document in
      (
        path: documents.count == 1 ? document.name : "\(index + 1)-\(document.name)",
        bytes: document.bytes
      )
    }
    contents.append(("findings.txt", Array(findings.map { "\($0)\n" }.joined().utf8)))
    try doing { () throws(FileSystemError) in
      try files.makeFolder("\(state)/quarantine")
      try files.build(folder, contents)
    }
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
}
