import Charts
import TestSupport
import Testing

/// One picture a mark, drawn from numbers that a reader can check by eye.
@Suite("Marks")
struct MarkTests {
  let line = Line(
    [
      Point(x: 2000, y: 1), Point(x: 2010, y: 3), Point(x: 2020, y: .nan), Point(x: 2030, y: 2),
      Point(x: 2040, y: 4), Point(x: 2050, y: .nan), Point(x: 2060, y: 3),
    ], label: "gaps")

  @Test func `a line breaks where a value is missing`() throws {
    let dashed = Line(years: 2000...2004, values: [4, 5, 5, 6, 6], hue: .green, stroke: .dashed)
    let dotted = Line(years: 2050...2054, values: [4, 5, 5, 6, 6], hue: .rose, stroke: .dotted)
    try expect([line, dashed, dotted], "line.svg")
    #expect(line.extent == Extent(x: [2000, 2060], y: [1, 4]))
  }

  @Test func `a ribbon covers its interval`() throws {
    let ribbon = Ribbon([
      .init(x: 2000, lower: 1, upper: 2), .init(x: 2010, lower: 1, upper: 3),
      .init(x: 2020, lower: 0.5, upper: 3.5), .init(x: 2030, lower: .nan, upper: 3),
      .init(x: 2040, lower: 1, upper: 3), .init(x: 2050, lower: 2, upper: 3),
    ])
    try expect([ribbon], "ribbon.svg")
    #expect(ribbon.extent == Extent(x: [2000, 2050], y: [0.5, 3.5]))
  }

  @Test func `a fan nests its intervals`() throws {
    let fan = Fan(
      xs: [2030, 2040],
      quantiles: [
        .init(0.9, [4, 6]), .init(0.5, [3, 4]), .init(0.1, [2, 1]), .init(0.25, [2.5, 3]),
        .init(0.75, [3.5, 5]),
      ], origin: Point(x: 2020, y: 3))
    try expect([fan], "fan.svg")
    #expect(fan.coverages == [0.8, 0.5])
    #expect(fan.median?.points.map(\.y) == [3, 3, 4])
    #expect(fan.extent == Extent(x: [2020, 2040], y: [1, 6]))
  }

  @Test func `rules carry their labels where least is covered`() throws {
    try expect(
      [
        line, Rule(.y(3), label: "threshold", hue: .vermilion), Rule(.y(1.5), label: "lower"),
        Rule(.x(2025), label: "today", stroke: Stroke(width: 1, dash: .dashed)),
      ], "rule.svg")
  }

  @Test func `bands shade an interval`() throws {
    try expect(
      [
        Band(.y(2...3), label: "zone, 2 to 3"),
        Band(.x(2035...2045), label: "war", hue: .gold), line,
      ], "band.svg")
  }

  @Test func `dots mark points`() throws {
    try expect([line, Dots(line.points, hue: .vermilion, radius: 4)], "dots.svg")
  }

  @Test func `bars stand on zero`() throws {
    let values = [3.0, -1, 2, .nan, 5]
    let bars = Bars(
      values.enumerated().map { index, value in
        .init(
          at: Double(index), value: value, hue: value < 0 ? .vermilion : .blue,
          text: Numeral.shortest(value))
      })
    let names = ["China", "United States", "India", "Missing", "Brazil"]
    try expect([bars], "bars.svg", x: .bands(names))
    #expect(bars.extent.x?.all == 0...4)
    #expect(bars.extent.y?.all == -1...5)
  }

  @Test func `areas stack`() throws {
    let areas = Areas(
      xs: [2000, 2010, 2020, 2030],
      layers: [
        .init([1, 2, 3, 2], hue: .blue, label: "lower"),
        .init([2, 1, 1, 2], hue: .gold, label: "middle"),
        .init([1, 1, 2, 3], hue: .green, label: "upper"),
      ])
    try expect([areas, areas.labels], "areas.svg")
    #expect(areas.extent.y?.all == 0...7)
  }

  @Test func `cells are the darker the fuller`() throws {
    let cells = Cells(
      (0..<12).map { index in
        let share = index == 7 ? Double.nan : Double(index) / 11
        return .init(
          column: index % 4, row: index / 4, share: share,
          text: share.isNaN ? "" : Numeral.percent(share))
      })
    try expect(
      [cells], "cells.svg", x: .bands(["2030", "2035", "2040", "2050"]),
      y: .bands(["GDP at market rates", "Military spending", "CINC"]))
  }

  @Test func `headings stand above rows`() throws {
    let bars = Bars(
      [1, 2, 4].map { .init(at: Double($0), value: Double($0), hue: .blue) }, direction: .horizontal
    )
    let headings = Headings([
      .init("The first group of rows", row: 0), .init("The second <group>", row: 3),
    ])
    try expect(
      [bars, headings], "headings.svg", x: .linear(), y: .bands(["", "one", "two", "", "four"]))
    #expect(headings.extent == .none)
  }

  @Test func `annotations stand beside their points`() throws {
    try expect(
      [
        line, Dots([Point(x: 2010, y: 3), Point(x: 2040, y: 4)]),
        Annotation("peak of the first run", at: Point(x: 2010, y: 3)),
        Annotation("highest", at: Point(x: 2040, y: 4), hue: .vermilion),
      ], "annotation.svg")
  }

  /// By hand: beside a peak there is room, between lines everywhere there is none.
  @Test func `annotations that are not needed are left out where there is no room`() {
    func words(_ obstacles: [any Mark]) -> Bool {
      let chart = Chart(
        title: "t", description: "d", width: 300, x: .years(), y: .linear(),
        marks: obstacles + [Annotation("by the way", ifRoomAt: [Point(x: 2010, y: 3)])])
      return chart.render().contains("by the way")
    }
    let lines = (0..<40).map { index in
      Line([Point(x: 2000, y: Double(index) / 8), Point(x: 2020, y: Double(index) / 8)])
    }
    #expect(words([Line([Point(x: 2000, y: 0), Point(x: 2020, y: 5)])]))
    #expect(!words(lines))
  }

  @Test func `lines, dots and areas say what they are where the pointer rests`() {
    let chart = Chart(
      title: "t", description: "d", x: .years(), y: .linear(),
      marks: [
        Line([Point(x: 2000, y: 1), Point(x: 2001, y: 2)], label: "a <line>"),
        Dots([Point(x: 2000, y: 1)], label: "a dot"),
        Areas(xs: [2000, 2001], layers: [.init([1, 1], hue: .blue, label: "an area")]),
      ])
    let text = chart.render()
    for words in ["a &lt;line&gt;", "a dot", "an area"] {
      #expect(text.contains("<title>\(words)</title>"))
    }
  }

  @Test func `axes and grid name round values and units`() throws {
    try expect(
      [line], "axis.svg", x: .linear("Years of schooling"),
      y: .linear("Income, US dollars of 2021", format: .number(before: "$")))
  }

  @Test func `a legend stands above the plot`() throws {
    let legend = Legend([
      .init(.line(.blue), "history"), .init(.line(.blue, .dashed), "median forecast"),
      .init(.dot(.vermilion), "a census"), .init(.area(.blue, opacity: 0.17, layers: 3), "half"),
    ])
    try expect([line, legend], "legend.svg", y: .linear("Unit of the axis"))
  }

  @Test func `direct labels keep apart`() throws {
    let ends = [1.0, 1.05, 1.1, 3, 3.02, 5]
    let lines = ends.enumerated().map { index, end in
      Line(
        [Point(x: 2000, y: 2), Point(x: index == 3 ? 2020 : 2030, y: end)],
        hue: .category(index), label: "line \(index)")
    }
    let labels = DirectLabels(of: lines) { Numeral.fixed($0, places: 2) }
    try expect(lines + [labels], "direct-labels.svg")
  }

  private func expect(
    _ marks: [any Mark], _ name: String, x: Dimension = .years(),
    y: Dimension = .linear(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let chart = Chart(
      title: "A snapshot of one mark", description: name, width: 480, x: x, y: y, marks: marks)
    try expectSnapshot(chart.render(), named: "mark-" + name, sourceLocation: sourceLocation)
  }
}
