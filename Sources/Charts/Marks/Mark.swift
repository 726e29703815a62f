/// A layer of a plot: it says what it covers and what room it wants, then draws itself.
public protocol Mark: Sendable {
  /// The values that should be seen of it.
  var extent: Extent { get }

  /// Room it wants around the plot, such as for labels.
  func room(in frame: Frame) -> Room

  func draw(in frame: Frame) -> SVG

  /// The places that words should not cover.
  func trace(in frame: Frame) -> [Position]

  /// Words inside the plot, which the plot puts where they cover least.
  func notes(in frame: Frame) -> [Note]
}

extension Mark {
  public func room(in frame: Frame) -> Room { .none }
  public func trace(in frame: Frame) -> [Position] { [] }
  public func notes(in frame: Frame) -> [Note] { [] }
}
