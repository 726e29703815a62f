/// Plots of the same kind in rows and columns, each with a title of its own.
public struct Facets: Sendable {
  /// Which axes have the same values in every plot, so that plots can be compared.
  public enum Sharing: Equatable, Sendable {
    case both, x, y, none
  }

  public let plots: [Plot]
  public let sharing: Sharing
  /// The height of a plot with its labels but without its title, in pixels; a plot may have its own.
  public let height: Double?
  /// The least width of a plot where several stand beside one another, in pixels.
  public let leastColumn: Double
  /// However much room there is, such as where plots are to be read in pairs.
  public let mostColumns: Int

  /// - Precondition: At least one column.
  public init(
    _ plots: [Plot], sharing: Sharing = .both, height: Double? = nil, leastColumn: Double = 260,
    mostColumns: Int = .max
  ) {
    precondition(mostColumns > 0, "plots stand in a column")
    self.plots = plots
    self.sharing = sharing
    self.height = height
    self.leastColumn = leastColumn
    self.mostColumns = mostColumns
  }
}

extension Facets {
  static let gap = 28.0

  /// As few columns as give no more rows than as many as fit.
  func columns(within width: Double) -> Int {
    // A phone is held near, and scrolled: there panels may be smaller, so that fewer are far apart.
    let least = width < 480 ? 0.7 * leastColumn : leastColumn
    let fitting = Int((width + Self.gap) / (least + Self.gap))
    let most = max(1, min(plots.count, mostColumns, fitting))
    let rows = (plots.count + most - 1) / most
    return rows == 0 ? 1 : (plots.count + rows - 1) / rows
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
