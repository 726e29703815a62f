extension [Double] {
  /// How many bits of a number a pass sorts by.
  private static let digit = 11
  private static let passes = (64 + digit - 1) / digit
  /// Below this many, comparing is faster.
  private static let few = 256

  /// The numbers in ascending order, as `sorted()` has them, in time proportional to their count.
  ///
  /// Their bits are made whole numbers of the same order and sorted digit by digit, the last digit first.
  /// Zeros of either sign are equal and may come in any order.
  ///
  /// **Source.** Knuth, *The Art of Computer Programming*, volume 3 (1998), §5.2.5;
  /// unverified.
  ///
  /// - Precondition: All are numbers.
  func ascending() -> [Double] {
    guard count >= Self.few else { return sorted() }
    let (digits, mask) = (1 << Self.digit, UInt64(1) << Self.digit - 1)
    // How many keys have a digit, and then where the first of them goes.
    var places = [Int32](repeating: 0, count: Self.passes * digits)
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * count) { keys in
      var from = UnsafeMutableBufferPointer(rebasing: keys[..<count])
      var to = UnsafeMutableBufferPointer(rebasing: keys[count...])
      places.withUnsafeMutableBufferPointer { places in
        for index in 0..<count {
          let bits = self[index].bitPattern
          let key = bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63)
          from[index] = key
          for pass in 0..<Self.passes {
            places[pass * digits + Int(key >> (pass * Self.digit) & mask)] &+= 1
          }
        }
        for pass in 0..<Self.passes {
          let shift = pass * Self.digit
          let counts = UnsafeMutableBufferPointer(
            rebasing: places[pass * digits..<(pass + 1) * digits])
          // A digit that all have in common changes nothing.
          if counts[Int(from[0] >> shift & mask)] == Int32(count) { continue }
          var place: Int32 = 0
          for digit in 0..<digits { (counts[digit], place) = (place, place &+ counts[digit]) }
          for key in from {
            let digit = Int(key >> shift & mask)
            to[Int(counts[digit])] = key
            counts[digit] &+= 1
          }
          swap(&from, &to)
        }
      }
      return from.map { key in
        Double(bitPattern: key ^ (~UInt64(bitPattern: Int64(bitPattern: key) >> 63) | 1 << 63))
      }
    }
  }
}
