extension BlockStream {
  /// Uniform deviates between 0 and 1, ends excluded.
  ///
  /// They are the normal deviates of the channel from step 0, each through the normal
  /// distribution; so the same channel must not serve both.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - channel: What the deviates are for; below 2³².
  /// - Returns: The first numbers are the same whatever the count.
  public func uniforms(_ count: Int, channel: Int) -> [Double] {
    precondition(count >= 0, "deviates are counted from zero")
    let size = (count + Self.lanes - 1) / Self.lanes * Self.lanes
    var deviates = [Double](repeating: 0, count: size)
    deviates.withUnsafeMutableBufferPointer { deviates in
      let stepSize = Self.rows * Self.lanes
      for (step, start) in stride(from: 0, to: size, by: stepSize).enumerated() {
        let piece = deviates[start..<min(start + stepSize, size)]
        fill(UnsafeMutableBufferPointer(rebasing: piece), channel: channel, step: step)
      }
    }
    return deviates.prefix(count).map {
      // Rounding may reach 1 beyond eight deviations.
      min(max(Normal.cumulative($0), .leastNormalMagnitude), 1 - .ulpOfOne / 2)
    }
  }
}
