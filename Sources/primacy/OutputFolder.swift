import Foundation

/// A folder into which a command writes whole files or nothing.
struct OutputFolder {
  let path: String

  /// - Throws: `Failure` where the folder cannot be made.
  init(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure("The folder \(path) cannot be made.", .cannotWrite)
    }
    self.path = path
  }

  /// Writes a file beside its place and moves it there when it is whole.
  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    do {
      try Foundation.Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw Failure("\(file.path) cannot be written.", .cannotWrite)
    }
  }
}
