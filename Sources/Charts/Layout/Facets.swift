/// Plots of the same kind in rows and columns, each with a title of its own.
public struct Facets: Sendable {
  /// Which axes have the same values in every plot, so that plots can be compared.
  public enum Sharing: Equatable, Sendable {
    case both, x, y, none
  }

  public let plots: [Plot]
  public let sharing: Sharing
  /// The height of a plot with its labels but without its title, in pixels.
  public let height: Double?
  /// The least width of a plot where several stand beside one another, in pixels.
  public let leastColumn: Double

  public init(
    _ plots: [Plot], sharing: Sharing = .both, height: Double? = nil, leastColumn: Double = 260
  ) {
    self.plots = plots
    self.sharing = sharing
    self.height = height
    self.leastColumn = leastColumn
  }
}

extension Facets {
  static let gap = 28.0

  /// As many columns as fit, or one less where that leaves no empty place in the last row.
  func columns(within width: Double) -> Int {
    let most = max(1, min(plots.count, Int((width + Self.gap) / (leastColumn + Self.gap))))
    guard most > 2 else { return most }
    return empty(columns: most) > 0 && empty(columns: most - 1) == 0 ? most - 1 : most
  }

  private func empty(columns: Int) -> Int {
    (columns - plots.count % columns) % columns
  }

  /// The values to be seen in a plot: its own, or those of all where they are shared.
  func extent(of plot: Plot) -> Extent {
    let all = plots.reduce(Extent.none) { $0.union($1.extent) }
    let own = plot.extent
    return switch sharing {
    case .both: all
    case .x: Extent(x: all.x, y: own.y)
    case .y: Extent(x: own.x, y: all.y)
    case .none: own
    }
  }
}
