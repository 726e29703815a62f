/// Where figures are read from.
public enum DataLocation: Hashable, Sendable {
  /// A folder with the sources' tables, like `datasets/`.
  case tables(folder: String)
  /// A folder of tidy tables of indicators and measures.
  case tidyFolder(String)
  /// One tidy table of indicators and measures.
  case tidyFile(String)

  /// The file or folder.
  public var path: String {
    switch self {
    case .tables(let path), .tidyFolder(let path), .tidyFile(let path): path
    }
  }

  /// Finds out what a path holds.
  ///
  /// A folder that has a source's table is read as those; any other folder, and any file, as tidy.
  public init(path: String) throws(DataError) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard Folder.isFolder(path) else {
      guard Folder.isFile(path) else { throw .absent(path: path) }
      self = .tidyFile(path)
      return
    }
    let tables = try Folder.tables(in: path)
    if Source.all.contains(where: { tables.contains($0.table) }) {
      self = .tables(folder: path)
    } else if tables.contains(where: { $0 != EntityListing.file }) {
      self = .tidyFolder(path)
    } else {
      throw .withoutTables(path: path)
    }
  }
}

extension DataLocation {
  /// The places that are searched, as the command finds them at its start.
  public struct Search: Hashable, Sendable {
    /// What `--data` names.
    public var named: String?
    /// What `$PRIMACY_DATA` names.
    public var environment: String?
    /// Where updates are stored.
    public var stored: String?
    /// The path of the program, its links resolved.
    public var executable: String?
    public var workingFolder: String

    public init(
      named: String? = nil, environment: String? = nil, stored: String? = nil,
      executable: String? = nil, workingFolder: String
    ) {
      self.named = named
      self.environment = environment
      self.stored = stored
      self.executable = executable
      self.workingFolder = workingFolder
    }
  }

  /// The first place that exists, in the order of the search.
  ///
  /// What `--data` or the environment names must exist; the other places need not.
  public static func find(_ search: Search) throws(DataError) -> DataLocation {
    if let named = search.named { return try DataLocation(path: named) }
    if let named = search.environment, !named.isEmpty { return try DataLocation(path: named) }
    let candidates = search.candidates
    guard let folder = candidates.first(where: Self.isDataSet) else {
      throw .notFound(searched: candidates)
    }
    return .tables(folder: folder)
  }

  private static func isDataSet(_ folder: String) -> Bool {
    Source.all.contains { Folder.isFile("\(folder)/\($0.table)") }
  }
}

extension DataLocation.Search {
  /// The folders that need not exist, in order.
  var candidates: [String] {
    var all: [String] = []
    if let stored { all.append(stored) }
    if let executable {
      all.append(parent(of: parent(of: executable)) + "/share/primacy/datasets")
    }
    var folder = workingFolder == "/" ? "" : workingFolder
    while !folder.isEmpty {
      all.append(folder + "/datasets")
      folder = parent(of: folder)
    }
    return all + ["/datasets"]
  }

  private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
