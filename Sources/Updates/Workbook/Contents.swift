/// What a file turns out to hold, whatever its name says.
enum Contents: Sendable {
  case workbook(Workbook)
  /// Comma-separated tables: the file itself, or those of an archive.
  case tables([Table])
  case json([UInt8])
  /// A page of HTML or XML, as servers send when something is wrong.
  case page
  case empty
  case unreadable(UnpackingError)

  struct Table: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  /// Unpacks and looks at the first bytes.
  init(of bytes: [UInt8], named name: String) {
    do throws(UnpackingError) {
      self = try Self.open(bytes, name)
    } catch { self = .unreadable(error) }
  }

  private static func open(_ bytes: [UInt8], _ name: String) throws(UnpackingError) -> Contents {
    if bytes.starts(with: "PK".utf8) { return try archive(bytes) }
    if bytes.starts(with: Gzip.magic) {
      let unpacked = try Gzip.unpack(bytes, limits: .tables)
      return plain(unpacked, name.hasSuffix(".gz") ? String(name.dropLast(3)) : name)
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .damaged("it is a workbook of the old form (.xls); save it as .xlsx")
    }
    return plain(bytes, name)
  }

  private static func plain(_ bytes: [UInt8], _ name: String) -> Contents {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let start = bytes.dropFirst(isMarked ? 3 : 0).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    switch start {
    case nil: return .empty
    case UInt8(ascii: "<"): return .page
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .json(bytes)
    default: return .tables([Table(name: name, bytes: bytes)])
    }
  }

  private static func archive(_ bytes: [UInt8]) throws(UnpackingError) -> Contents {
    let names = try names(of: bytes)
    if Workbook.isWorkbook(names) { return .workbook(try Workbook(bytes)) }
    let tables = try tables(in: bytes, isOuter: true)
    guard !tables.isEmpty else {
      throw .damaged("an archive without a workbook or a CSV file")
    }
    return .tables(tables)
  }

  private static func names(of bytes: [UInt8]) throws(UnpackingError) -> [String] {
    try ZipArchive(bytes, limits: .tables).names
  }

  /// The tables of an archive, and those of the archives in it.
  private static func tables(
    in bytes: [UInt8], isOuter: Bool
  ) throws(UnpackingError) -> [Table] {
    let archive = try ZipArchive(bytes, limits: .tables)
    var tables: [Table] = []
    for name in archive.names where !name.hasPrefix("__MACOSX") {
      let file = name.split(separator: "/").last.map(String.init) ?? name
      if file.lowercased().hasSuffix(".csv"), !file.hasPrefix("Metadata_") {
        if let bytes = try archive.bytes(of: name) {
          tables.append(Table(name: file, bytes: bytes))
        }
      } else if isOuter, file.lowercased().hasSuffix(".zip") {
        if let bytes = try archive.bytes(of: name) {
          tables += try Self.tables(in: bytes, isOuter: false)
        }
      }
    }
    return tables
  }
}
