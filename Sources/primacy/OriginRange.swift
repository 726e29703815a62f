import ArgumentParser

/// Origins as people write them: `1900...2016/2`.
struct OriginRange: ExpressibleByArgument {
  let years: StrideThrough<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    let ends = parts[0].split(separator: ".", omittingEmptySubsequences: true).compactMap {
      Int($0)
    }
    let step = parts.count == 2 ? Int(parts[1]) : 1
    guard parts.count <= 2, ends.count == 2, ends[0] <= ends[1], let step, step > 0 else {
      return nil
    }
    years = stride(from: ends[0], through: ends[1], by: step)
  }
}
