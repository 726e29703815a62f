extension BlockStream {
  /// Independent uniform deviates between 0 and 1, ends excluded, in double precision.
  ///
  /// They are normal deviates of the channel, each through the normal distribution, and come from
  /// the same words as its futures; so the same channel must not serve both.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - channel: What the deviates are for; below 2³².
  /// - Returns: The first numbers are the same whatever the count.
  public func uniforms(_ count: Int, channel: Int) -> [Double] {
    precondition(count >= 0, "deviates are counted from zero")
    let size = (count + 15) / 16 * 16
    let deviates = [Double](unsafeUninitializedCapacity: size) { deviates, initialized in
      fillIndependent(
        UnsafeMutableBufferPointer(rebasing: deviates[..<size]), channel: channel)
      initialized = size
    }
    return deviates.prefix(count).map {
      // Rounding may reach 1 beyond eight deviations.
      min(max(Normal.cumulative($0), .leastNormalMagnitude), 1 - .ulpOfOne / 2)
    }
  }
}
