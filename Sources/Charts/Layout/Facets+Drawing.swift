extension Facets {
  /// Draws the plots from a corner downwards.
  ///
  /// - Parameters:
  ///   - corner: The top left corner.
  ///   - width: How wide all columns are together.
  ///   - id: A name from which the names of rectangles are made.
  /// - Returns: What was drawn, and how high it is.
  func draw(at corner: Position, width: Double, id: String) -> (svg: SVG, height: Double) {
    let columns = columns(within: width)
    let column = (width - Double(columns - 1) * Self.gap) / Double(columns)
    let titles = plots.map { PlotTitle($0, width: column) }
    let title = titles.map(\.height).max() ?? 0
    let height = plotHeight(column: column)
    let room = room(in: Box(left: 0, top: 0, right: column, bottom: height))

    let drawn = plots.enumerated().map { index, plot in
      let left = corner.x + Double(index % columns) * (column + Self.gap)
      let top = corner.y + Double(index / columns) * (title + height + Self.gap)
      let canvas = Box(
        left: left, top: top + title, right: left + column, bottom: top + title + height)
      let frame = plot.frame(
        in: canvas, extent: extent(of: plot), room: room, clip: "\(id)-\(index)")
      return SVG.group(titles[index].draw(at: Position(x: left, y: top)) + [plot.draw(in: frame)])
    }
    let rows = Double((plots.count + columns - 1) / columns)
    return (.group(drawn), max(0, rows * (title + height + Self.gap) - Self.gap))
  }

  /// The height that is wished for, or more where labels need it.
  private func plotHeight(column: Double) -> Double {
    let wished = height ?? max(200, min(column * 0.66, 270)).rounded()
    let box = Box(left: 0, top: 0, right: column, bottom: wished)
    let missing = plots.map { plot in
      let frame = plot.frame(in: box, extent: extent(of: plot), clip: "")
      return plot.room(in: frame).height - frame.box.height
    }
    return wished + max(0, missing.max() ?? 0)
  }

  /// The room that is enough for every plot, so that all align.
  private func room(in box: Box) -> Room {
    plots.reduce(.none) { room, plot in
      room.union(plot.room(in: plot.frame(in: box, extent: extent(of: plot), clip: "")))
    }
  }
}
