import Foundation
import Synchronization
import TestSupport
import Updates

/// The files of this machine, until a step fails; or until the process is killed at one.
final class FaultyFiles: FileSystem {
  /// What goes wrong at a step.
  enum Fault: CaseIterable {
    /// The process ends before the step.
    case kill
    /// The power goes in the middle of the step: what was not made safe is lost in part.
    case powerCut
    /// From the step on, nothing more can be written.
    case fullDisk
    /// From the step on, nothing can be changed.
    case readOnly
    /// The step fails and the next ones do not.
    case once
  }

  private struct State {
    var step = 0
    var isDead = false
    var random: SplitMix
    /// Files that were written and not made safe.
    var unsafe: Set<String> = []
  }

  private let files = LocalFiles()
  private let fault: Fault?
  private let at: Int
  private let state: Mutex<State>

  /// What goes wrong, or nothing to count the steps, and at which step, counted from 0.
  init(_ fault: Fault?, at: Int, seed: UInt64) {
    self.fault = fault
    self.at = at
    state = Mutex(State(random: SplitMix(seed: seed)))
  }

  /// How many steps were taken or tried.
  var steps: Int { state.withLock { $0.step } }
  /// Whether the fault has come to pass.
  var hasFailed: Bool { steps > at && fault != nil }

  func makeFolder(_ path: String) throws(FileSystemError) {
    try step(.makeFolder, path)
    try files.makeFolder(path)
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    state.withLock { _ = $0.unsafe.insert(path) }
    do {
      try step(.write, path)
    } catch {
      // A part of the file may have been written before the end.
      if fault == .powerCut || fault == .fullDisk {
        let part = state.withLock { Int.random(in: 0...bytes.count, using: &$0.random) }
        try? files.write(Array(bytes.prefix(part)), to: path)
      }
      throw error
    }
    try files.write(bytes, to: path)
  }

  func sync(_ path: String) throws(FileSystemError) {
    try step(.sync, path)
    state.withLock { _ = $0.unsafe.remove(path) }
  }

  func rename(_ path: String, to other: String) throws(FileSystemError) {
    try step(.rename, other)
    try files.rename(path, to: other)
    state.withLock { state in
      let moved = state.unsafe.filter { $0 == path || $0.hasPrefix(path + "/") }
      for name in moved {
        state.unsafe.remove(name)
        state.unsafe.insert(other + name.dropFirst(path.count))
      }
    }
  }

  func link(_ path: String, to target: String) throws(FileSystemError) {
    try step(.link, path)
    try files.link(path, to: target)
  }

  func remove(_ path: String) throws(FileSystemError) {
    try step(.remove, path)
    try files.remove(path)
  }

  /// Counts a step, and fails where it is to fail.
  private func step(_ step: FileSystemError.Step, _ path: String) throws(FileSystemError) {
    let (number, wasDead) = state.withLock { state in
      defer { state.step += 1 }
      return (state.step, state.isDead)
    }
    let reason: String? =
      switch fault {
      case nil: nil
      case .kill, .powerCut: wasDead || number == at ? "the process is gone" : nil
      case .fullDisk:
        number >= at && [.write, .makeFolder, .link].contains(step)
          ? "no space left on device" : nil
      case .readOnly: number >= at && step != .sync ? "read-only file system" : nil
      case .once: number == at ? "input/output error" : nil
      }
    guard let reason else { return }
    if fault == .kill || fault == .powerCut { state.withLock { $0.isDead = true } }
    if fault == .powerCut, !wasDead { loseWhatIsUnsafe() }
    throw FileSystemError(step, path, reason: reason)
  }

  /// Cuts every file that was not made safe at some byte.
  private func loseWhatIsUnsafe() {
    let losses = state.withLock { state in
      state.unsafe.sorted().map { ($0, Double.random(in: 0...1, using: &state.random)) }
    }
    for (path, share) in losses {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      try? files.write(Array(data.prefix(Int(Double(data.count) * share))), to: path)
    }
  }
}
