import CKernel
import Panels
public import Probability

/// Room for one indicator's paths in a block that holds more powers than the paths do, in single
/// precision.
///
/// **Shape.** `values[(step * count + places[row]) * lanes + lane]`, the first step in the first
/// year.
public struct PathRoom {
  /// What is stored.
  public enum Content: Sendable {
    /// Logarithms or logits, as models draw them.
    case scale
    /// Levels.
    case levels
  }

  let values: UnsafeMutableBufferPointer<Float>
  /// How many rows a year has.
  let count: Int
  /// The row of each of the fit's powers.
  let places: [Int32]
  let content: Content

  /// - Precondition: Every place is one of the rows.
  public init(
    _ values: UnsafeMutableBufferPointer<Float>, count: Int, places: [Int32], content: Content
  ) {
    precondition(places.allSatisfy { $0 >= 0 && $0 < count }, "a place is one of the rows")
    self.values = values
    self.count = count
    self.places = places
    self.content = content
  }

  /// The same room for other content.
  func holding(_ content: Content) -> PathRoom {
    PathRoom(values, count: count, places: places, content: content)
  }

  /// Lends the room to the kernel.
  func withTarget(
    _ scale: Indicator.Scale, years: ClosedRange<Int>, _ body: (primacy_target) -> Void
  ) {
    precondition(
      values.count >= years.count * count * BlockStream.lanes, "a room has all the years")
    let kind =
      switch (content, scale) {
      case (.scale, _): PRIMACY_RAW
      case (.levels, .logarithmic): PRIMACY_EXPONENTIAL
      case (.levels, .logit): PRIMACY_LOGISTIC
      }
    places.withUnsafeBufferPointer {
      body(
        primacy_target(
          out: values.baseAddress, count: count, places: $0.baseAddress, scale: kind))
    }
  }
}

extension FittedModel {
  public func draw(
    years: ClosedRange<Int>, from stream: BlockStream, channel: Int, into room: PathRoom
  ) {
    var paths = draw(years: years, from: stream, channel: channel)
    if room.content == .levels { indicator.scale.restore(&paths.values) }
    let lanes = BlockStream.lanes
    for (row, place) in room.places.enumerated() {
      for (step, year) in years.enumerated() where year > lastYears[row] {
        let from = paths.offset(year: year, row: row)
        let to = (step * room.count + Int(place)) * lanes
        for lane in 0..<lanes { room.values[to + lane] = Float(paths.values[from + lane]) }
      }
    }
  }

  /// The paths alone, each power in a row of its own, on the indicator's scale.
  func drawnAlone(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
    var paths = Paths(years: years, rows: powers.count)
    var drawn = paths.values.map(Float.init)
    drawn.withUnsafeMutableBufferPointer {
      let room = PathRoom(
        $0, count: powers.count, places: powers.indices.map(Int32.init), content: .scale)
      draw(years: years, from: stream, channel: channel, into: room)
    }
    paths.values = drawn.map(Double.init)
    return paths
  }
}

/// A function of the kernel that draws the years of a model.
typealias KernelDraw<Model> = (
  UnsafePointer<Model>?, primacy_source, Int32, Int, Int, UnsafeMutablePointer<Float>?,
  primacy_target
) -> Void

extension FittedModel {
  /// Has the kernel draw a block into a room: `draw` with `model`, the fit as the kernel has it,
  /// which takes so many `numbers` for a row's state.
  func fill<Model>(
    _ room: PathRoom, with model: Model, by draw: KernelDraw<Model>,
    numbers: Int = 9 * Int(PRIMACY_PAIRS), years: ClosedRange<Int>, from stream: BlockStream,
    channel: Int
  ) {
    room.withTarget(indicator.scale, years: years) { target in
      withScratch(rows: powers.count, numbers: numbers) { scratch in
        withUnsafePointer(to: model) {
          draw(
            $0, stream.source(of: channel), Int32(years.lowerBound), years.count,
            BlockStream.rows, scratch, target)
        }
      }
    }
  }
}

/// Lends the kernel room for the state of some rows and the common deviates, so many numbers for each.
private func withScratch(
  rows: Int, numbers: Int, _ body: (UnsafeMutablePointer<Float>?) -> Void
) {
  let panels = (rows + Int(PRIMACY_PANEL) - 1) / Int(PRIMACY_PANEL)
  let size = (panels * Int(PRIMACY_PANEL) + CommonFactors.count) * numbers
  withUnsafeTemporaryAllocation(
    byteCount: size * MemoryLayout<Float>.stride, alignment: 64
  ) { body($0.bindMemory(to: Float.self).baseAddress) }
}
