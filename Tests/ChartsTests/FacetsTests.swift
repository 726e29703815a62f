import Testing

@testable import Charts

@Suite("Facets")
struct FacetsTests {
  @Test(arguments: [(360.0, 1), (720, 2), (1200, 3)])
  func `has as many columns as the width allows`(width: Double, columns: Int) {
    #expect(facets(9).columns(within: width - 40) == columns)
  }

  @Test(arguments: [(8, 4), (6, 3), (4, 4), (1, 1), (10, 4)])
  func `leaves few places empty in the last row`(count: Int, columns: Int) {
    #expect(facets(count).columns(within: 1160) == columns)
  }

  @Test func `shares the axes that it is told to`() {
    let plots = [1.0, 10].map { value in
      Plot(
        x: .years(), y: .linear(),
        marks: [Line([Point(x: 2000 + value, y: value), Point(x: 2020, y: 0)])])
    }
    let all = plots[0].extent.union(plots[1].extent)
    #expect(Facets(plots, sharing: .both).extent(of: plots[0]) == all)
    #expect(Facets(plots, sharing: .none).extent(of: plots[0]) == plots[0].extent)
    #expect(Facets(plots, sharing: .x).extent(of: plots[0]).y == plots[0].extent.y)
    #expect(Facets(plots, sharing: .y).extent(of: plots[0]).y == all.y)
  }

  /// By law: names on the left of one plot take no room from another that shares no axis with it.
  @Test(arguments: [300.0, 1160])
  func `gives each kind of plot the room that it wants`(width: Double) {
    let line = Line([Point(x: 2000, y: 1), Point(x: 2020, y: 9)])
    let bars = Bars([.init(at: 0, value: 2)], direction: .horizontal)
    let plots = [
      Plot(x: .linear(), y: .bands(["a long name of a category"]), marks: [bars]),
      Plot(x: .years(), y: .linear(), marks: [line]),
    ]
    func path(_ sharing: Facets.Sharing) -> String? {
      let facets = Facets(sharing == .none ? plots : [plots[1]], sharing: sharing)
      let origin = Position(x: 0, y: 0)
      let text = facets.draw(at: origin, width: sharing == .none ? width : column, id: "a").svg
        .render()
      return text.split(separator: "\n").last { $0.contains("c-line") }
        .flatMap { $0.split(separator: "l").last }.map(String.init)
    }
    let column = width < 600 ? width : (width - Facets.gap) / 2
    #expect(path(.none)?.split(separator: ",").first == path(.both)?.split(separator: ",").first)
  }

  @Test func `has no more columns than it is told to`() {
    let plots = (0..<6).map { _ in Plot(x: .years(), y: .log(), marks: []) }
    #expect(Facets(plots, mostColumns: 2).columns(within: 1160) == 2)
  }

  @Test func `draws nothing for no plots`() {
    #expect(facets(0).draw(at: Position(x: 0, y: 0), width: 300, id: "a").height == 0)
  }

  private func facets(_ count: Int) -> Facets {
    Facets((0..<count).map { _ in Plot(x: .years(), y: .log(), marks: []) })
  }
}
