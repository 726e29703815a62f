/// The places below the folder of state.
public struct StateFolder: Hashable, Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// The folder of state where none is named, by the XDG Base Directory Specification 0.8.
  ///
  /// - Parameters:
  ///   - stateHome: `$XDG_STATE_HOME`; only an absolute path counts.
  ///   - home: The user's folder.
  public init(stateHome: String?, home: String) {
    let base = stateHome.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/.local/state"
    path = "\(base)/primacy"
  }

  /// Everything that was ever known.
  public var archive: String { "\(path)/archive.sqlite" }
  /// The tables in use: a link to a folder like `datasets/`.
  public var data: String { "\(path)/data" }
  /// Past vintages that were made again, by the number of each.
  public var vintages: String { "\(path)/vintages" }
  /// What a run needs while it lasts.
  public var scratch: String { "\(path)/scratch" }
  public var lock: String { "\(path)/lock" }
  /// When the last run ended, and how.
  public var heartbeat: String { "\(path)/heartbeat.json" }
  /// What the last run did, as JSON.
  public var report: String { "\(path)/run.json" }
}
