/// Philox4x32-10 written as its authors describe it, one counter at a time.
///
/// **Source.** Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3"
/// (2011), doi:10.1145/2063384.2063405, §4.
public func philox(counter: [UInt32], key: [UInt32]) -> [UInt32] {
  var word = counter
  var key = key
  for _ in 0..<10 {
    let p = UInt64(0xD251_1F53) * UInt64(word[0])
    let q = UInt64(0xCD9E_8D57) * UInt64(word[2])
    word = [
      UInt32(q >> 32) ^ word[1] ^ key[0], UInt32(truncatingIfNeeded: q),
      UInt32(p >> 32) ^ word[3] ^ key[1], UInt32(truncatingIfNeeded: p),
    ]
    key = [key[0] &+ 0x9E37_79B9, key[1] &+ 0xBB67_AE85]
  }
  return word
}
