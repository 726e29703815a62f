import Foundation
import Glibc

/// The files of this machine.
public struct LocalFiles: FileSystem {
  public init() {}

  public func makeFolder(_ path: String) throws(FileSystemError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch { throw failure(.makeFolder, path) }
  }

  public func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(.write, path) }
    defer { close(file) }
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw failure(.write, path) }
      start += written
    }
  }

  public func sync(_ path: String) throws(FileSystemError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(.sync, path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(.sync, path) }
  }

  public func rename(_ path: String, to other: String) throws(FileSystemError) {
    guard Glibc.rename(path, other) == 0 else { throw failure(.rename, other) }
  }

  public func link(_ path: String, to target: String) throws(FileSystemError) {
    guard symlink(target, path) == 0 else { throw failure(.link, path) }
  }

  public func remove(_ path: String) throws(FileSystemError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return }
      throw failure(.remove, path)
    }
    do { try FileManager.default.removeItem(atPath: path) } catch { throw failure(.remove, path) }
  }

  private func failure(_ step: FileSystemError.Step, _ path: String) -> FileSystemError {
    FileSystemError(step, path, reason: String(cString: strerror(errno)).lowercased())
  }
}
