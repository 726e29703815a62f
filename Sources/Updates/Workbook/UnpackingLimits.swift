/// How large a compressed file may grow, so that none can exhaust the machine.
struct UnpackingLimits: Hashable, Sendable {
  var entries = 2000
  /// Bytes of one entry, unpacked.
  var entry: Int
  /// Bytes of all entries, unpacked.
  var total: Int
  /// Bytes unpacked per byte packed, for entries of more than a million bytes.
  var ratio = 200

  static let workbook = UnpackingLimits(entry: 64 << 20, total: 128 << 20)
  /// The World Bank's and the United Nations' largest tables have 200 to 500 million bytes.
  static let tables = UnpackingLimits(entry: 1 << 30, total: 3 << 29)

  /// Whether an entry may be unpacked.
  func allow(unpacked: Int, packed: Int) -> Bool {
    unpacked <= entry && (unpacked <= 1_000_000 || unpacked <= max(packed, 1) * ratio)
  }
}

/// A reason why a compressed file cannot be read.
enum UnpackingError: Error, Hashable, Sendable {
  case damaged(String)
  case tooLarge(String)
}
