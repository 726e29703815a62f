/// A short name for some words, the same on every machine.
///
/// **Source.** Fowler, Noll and Vo's hash, 64 bits, variant 1a.
struct Fingerprint: Equatable, Sendable {
  let text: String

  init(of words: [String]) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in words.joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    text = String(hash, radix: 36)
  }
}
