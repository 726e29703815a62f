public import Foundation

/// One nightly run: when, on what, and what became of it.
public struct RunRecord: Hashable, Sendable {
  public enum State: String, Hashable, Sendable {
    /// The forecast is made and stored, and not yet what is served.
    case prepared
    /// The forecast is, or was, what is served.
    case published
    /// There was nothing new.
    case unchanged
    /// It was prepared and never served.
    case abandoned
  }

  /// Counted from 1.
  public let number: Int
  public let started: Date
  public let state: State
  /// The number of the vintage.
  public let vintage: Int?
  /// The folder under which generations are published.
  public let folder: String?
  /// The name of its generation.
  public let generation: String?
  /// Of the program.
  public let version: String
  /// What was to be forecast, and how, as JSON.
  public let settings: String?
  /// The checksum of the data set.
  public let data: String?
}
