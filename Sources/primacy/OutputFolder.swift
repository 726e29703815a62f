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

  /// Writes files that belong together: all of them, or none where one cannot be written.
  ///
  /// They are written to a folder of their own inside this one, and moved when all are whole.
  ///
  /// - Parameter files: Paths below the folder, and texts.
  /// - Throws: `Failure` with the first file that cannot be written.
  func write(_ files: [(name: String, text: String)]) throws {
    let manager = FileManager.default
    let root = URL(fileURLWithPath: path)
    let stage = root.appendingPathComponent(".primacy-\(ProcessInfo.processInfo.processIdentifier)")
    // What is staged is of no use after a failure, and gone after a success.
    defer { try? manager.removeItem(at: stage) }
    for (name, text) in files {
      let (staged, place) = (
        stage.appendingPathComponent(name), root.appendingPathComponent(name)
      )
      var isFolder: ObjCBool = false
      if manager.fileExists(atPath: place.path, isDirectory: &isFolder), isFolder.boolValue {
        throw Failure("\(place.path) cannot be written: it is a folder.", .cannotWrite)
      }
      do {
        for file in [staged, place] {
          try manager.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        }
        try Foundation.Data(text.utf8).write(to: staged)
      } catch {
        throw Failure("\(place.path) cannot be written.", .cannotWrite)
      }
    }
    for (name, _) in files {
      let place = root.appendingPathComponent(name)
      guard rename(stage.appendingPathComponent(name).path, place.path) == 0 else {
        throw Failure("\(place.path) cannot be written.", .cannotWrite)
      }
    }
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
