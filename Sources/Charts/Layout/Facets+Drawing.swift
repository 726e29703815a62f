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
    let (heights, rooms) = measures(columns: columns, column: column)

    var top = corner.y
    var drawn: [SVG] = []
    for (row, height) in zip(rows(of: columns), heights) {
      let titles = row.map { PlotTitle(plots[$0], width: column) }
      let title = titles.map(\.height).max() ?? 0
      for (place, index) in row.enumerated() {
        let left = corner.x + Double(place) * (column + Self.gap)
        let canvas = Box(
          left: left, top: top + title, right: left + column, bottom: top + title + height)
        let frame = plots[index].frame(
          in: canvas, extent: extent(of: plots[index]), room: rooms[index], clip: "\(id)-\(index)")
        drawn.append(
          .group(
            titles[place].draw(at: Position(x: left, y: top)) + [plots[index].draw(in: frame)]))
      }
      top += title + height + Self.gap
    }
    return (.group(drawn), max(0, top - corner.y - Self.gap))
  }

  /// The indices of the plots, row by row.
  private func rows(of columns: Int) -> [Range<Int>] {
    stride(from: 0, to: plots.count, by: columns).map { $0..<min($0 + columns, plots.count) }
  }

  /// The height of each row, as wished or more where labels need it, and the room of each plot.
  private func measures(columns: Int, column: Double) -> (heights: [Double], rooms: [Room]) {
    let wished = height ?? max(200, min(column * 0.66, 270)).rounded()
    func room(of plot: Plot, height: Double) -> (room: Room, missing: Double) {
      let box = Box(left: 0, top: 0, right: column, bottom: height)
      let frame = plot.frame(in: box, extent: extent(of: plot), clip: "")
      let room = plot.room(in: frame)
      return (room, max(0, room.height - frame.box.height))
    }
    let first = plots.map { room(of: $0, height: $0.height ?? wished) }
    let own = zip(plots, first).map { ($0.height ?? wished) + $1.missing }
    let rows = rows(of: columns).map { row in own[row].max() ?? wished }
    let heights = sharing == .none ? rows : rows.map { _ in rows.max() ?? wished }
    let wanted = plots.indices.map { index in
      let height = heights[index / columns]
      return height == plots[index].height ?? wished
        ? first[index].room : room(of: plots[index], height: height).room
    }
    return (heights, aligned(wanted, columns: columns, column: column))
  }

  /// The room of each plot: that of all where they share an axis to be compared along.
  ///
  /// Otherwise plots of a row align above and below, and plots of a column at their sides, unless
  /// it is too narrow for that.
  private func aligned(_ own: [Room], columns: Int, column: Double) -> [Room] {
    func union(_ isBeside: (Int) -> Bool) -> Room {
      own.indices.filter(isBeside).reduce(Room.none) { $0.union(own[$1]) }
    }
    guard sharing == .none else {
      let all = union { _ in true }
      return own.map { _ in all }
    }
    return own.indices.map { index in
      let row = union { $0 / columns == index / columns }
      let sides = column < 400 ? own[index] : union { $0 % columns == index % columns }
      return Room(
        left: sides.left, top: row.top, right: sides.right, bottom: row.bottom, height: row.height)
    }
  }
}
