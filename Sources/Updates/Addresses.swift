public import Datasets

/// Addresses that stand in for those of publishers: a mirror, or a server for tests.
public struct Addresses: Hashable, Sendable {
  private var bases: [String: String]

  /// - Parameter bases: Scheme, host and port, by the name of the source; hyphens do not count.
  public init(_ bases: [String: String] = [:]) {
    self.bases = Dictionary(bases.map { (Self.key($0), $1) }, uniquingKeysWith: { $1 })
  }

  /// What stands in for a source's public address.
  public subscript(source: Source) -> String? { bases[Self.key(source.name)] }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}
