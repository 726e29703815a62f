import Glibc

/// The right to change the state, which one process has at a time.
///
/// It ends with the value, and with the process however that ends.
public final class RunLock: Sendable {
  private let file: Int32

  /// - Throws: `Held` where another process has it; `FileSystemError` where it cannot be made.
  public init(_ path: String) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw FileSystemError(.lock, path, reason: String(cString: strerror(errno)).lowercased())
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw Held(path: path)
    }
    // Last: an object that has its file closes it when it goes, and a number must be closed once.
    self.file = file
  }

  deinit { close(file) }

  /// Another process has the lock.
  public struct Held: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String

    public var description: String { "Another run holds the lock \(path)." }
  }
}
