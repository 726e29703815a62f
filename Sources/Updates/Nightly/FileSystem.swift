/// What a run does to files, each step by itself, so that tests can make every one of them fail.
public protocol FileSystem: Sendable {
  /// Makes a folder and those above it; one that exists is left as it is.
  func makeFolder(_ path: String) throws(FileSystemError)
  /// Makes a file, or empties it, and fills it; not yet safe from a power cut.
  func write(_ bytes: [UInt8], to path: String) throws(FileSystemError)
  /// Waits until a file, or the names in a folder, are safe from a power cut.
  func sync(_ path: String) throws(FileSystemError)
  /// Puts a file, a folder or a link in the place of another in one step.
  func rename(_ path: String, to other: String) throws(FileSystemError)
  /// Makes a symbolic link.
  func link(_ path: String, to target: String) throws(FileSystemError)
  /// Removes a file, a link, or a folder with all it holds; nothing there is no error.
  func remove(_ path: String) throws(FileSystemError)
}

/// A step that the file system refused.
public struct FileSystemError: Error, Hashable, Sendable {
  public enum Step: String, Hashable, Sendable {
    case makeFolder = "made"
    case write = "written"
    case sync = "made safe"
    case rename = "put in its place"
    case link = "linked"
    case remove = "removed"
    case lock = "locked"
  }

  public let step: Step
  public let path: String
  /// What the system says of it.
  public let reason: String

  public init(_ step: Step, _ path: String, reason: String) {
    self.step = step
    self.path = path
    self.reason = reason
  }
}

extension FileSystemError: CustomStringConvertible {
  public var description: String { "\(path) cannot be \(step.rawValue): \(reason)." }
}

extension FileSystem {
  /// Replaces a file whole: a reader sees the old or the new one, even after a power cut.
  public func replace(_ path: String, with text: String) throws(FileSystemError) {
    let draft = path + ".new"
    try write(Array(text.utf8), to: draft)
    try sync(draft)
    try rename(draft, to: path)
    try sync(Self.parent(of: path))
  }

  /// Points a link at another target in one step.
  public func point(_ link: String, at target: String) throws(FileSystemError) {
    let draft = link + ".new"
    try remove(draft)
    try self.link(draft, to: target)
    try rename(draft, to: link)
    try sync(Self.parent(of: link))
  }

  /// Makes a folder of files that is there whole or not at all.
  ///
  /// - Parameters:
  ///   - path: The folder; one that is there is replaced.
  ///   - files: Their paths below the folder, and their bytes.
  /// - Throws: The step that the file system refused.
  public func build(
    _ path: String, _ files: [(path: String, bytes: [UInt8])]
  ) throws(FileSystemError) {
    let draft = path + ".new"
    try remove(draft)
    try makeFolder(draft)
    var folders: Set<String> = [draft]
    for file in files {
      let place = "\(draft)/\(file.path)"
      let folder = Self.parent(of: place)
      if folders.insert(folder).inserted { try makeFolder(folder) }
      try write(file.bytes, to: place)
      try sync(place)
    }
    for folder in folders.sorted() { try sync(folder) }
    try remove(path)
    try rename(draft, to: path)
    try sync(Self.parent(of: path))
  }

  /// Takes a folder out of sight in one step, then removes what it holds.
  public func retire(_ path: String) throws(FileSystemError) {
    let leaving = path + ".old"
    try remove(leaving)
    try rename(path, to: leaving)
    try remove(leaving)
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
