#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The description of a folder of tables, as Frictionless Data has it.
///
/// **Source.** Frictionless Data, *Data Package* and *Table Schema*, version 1.
struct DataPackage: Codable, Sendable {
  static let file = "datapackage.json"

  var profile = "tabular-data-package"
  var name = "primacy-datasets"
  var title: String
  var licenses: [Licence]
  var resources: [Resource]

  struct Licence: Codable, Sendable {
    var name: String
    var title: String
    var path: String
  }

  struct Origin: Codable, Sendable {
    var title: String
    var path: String
  }

  struct Resource: Codable, Sendable {
    var profile = "tabular-data-resource"
    var name: String
    var path: String
    var title: String
    var format = "csv"
    var mediatype = "text/csv"
    var encoding = "utf-8"
    var bytes: Int
    var hash: String
    var edition: String
    /// Editions of single series that differ from that of the table.
    var seriesEditions: [String: String]?
    /// The unit of each series.
    var seriesUnits: [String: String]?
    var citation: String
    var licenses: [Licence]
    var sources: [Origin]
    var schema: Schema
  }

  struct Schema: Codable, Sendable {
    var fields: [Field]
    var primaryKey: [String]
    var missingValues = [""]
  }

  struct Field: Codable, Sendable {
    var name: String
    var type: String
    var description: String
    var constraints: Constraints
  }

  struct Constraints: Codable, Sendable {
    var required: Bool?
    var unique: Bool?
    var pattern: String?
    var minimum: Int?
    var maximum: Int?
    var `enum`: [String]?
  }

  /// Reads the description in a folder, if it has one.
  static func read(in folder: String) throws(DataError) -> DataPackage? {
    let path = folder + "/" + file
    guard Folder.isFile(path) else { return nil }
    return try DataPackage(FileContents(path: path).bytes, path: path)
  }

  /// The description as text, its keys in order.
  func text() throws(DataError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a data package is always encodable")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  subscript(path: String) -> Resource? { resources.first { $0.path == path } }
}

extension DataPackage {
  init(_ bytes: [UInt8], path: String) throws(DataError) {
    do {
      self = try JSONDecoder().decode(DataPackage.self, from: Data(bytes))
    } catch {
      throw .unreadable(path: path, reason: "it is not the description of a data package")
    }
  }
}
