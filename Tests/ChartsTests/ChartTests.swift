import TestSupport
import Testing

@testable import Charts

@Suite("Chart")
struct ChartTests {
  @Test func `says to those who do not see it what it shows`() {
    let text = chart([Line(years: 2000...2001, values: [1, 2])]).render()
    let id = chart([]).id
    #expect(text.contains("role=\"img\" aria-labelledby=\"\(id)-title \(id)-description\""))
    #expect(text.contains("<title id=\"\(id)-title\">Title</title>"))
    #expect(text.contains("<desc id=\"\(id)-description\">Description</desc>"))
  }

  @Test func `refers to nothing outside and runs nothing`() {
    let text = Examples.ratioFan.render()
    #expect(!text.contains("<script") && !text.contains("href") && !text.contains("url(http"))
    #expect(text.contains("prefers-color-scheme:dark"))
  }

  @Test func `is the same bytes each time`() {
    #expect(Examples.multiples(4).render() == Examples.multiples(4).render())
  }

  @Test(
    arguments: [
      [], [Line([])], [Line(years: 2000...2001, values: [.nan, .infinity])], [Rule(.y(1))],
      [Band(.y(0.8...1.2)), Rule(.y(1)), Line([])], [Fan(xs: [], quantiles: [])], [Bars([])],
      [Areas(xs: [], layers: [])], [DirectLabels([])], [Ribbon([])], [Cells([])], [Dots([])],
    ] as [[any Mark]])
  func `says that there are no data`(marks: [any Mark]) {
    #expect(chart(marks).render().contains(">no data<"))
    #expect(chart(marks, y: .log()).render().contains(">no data<"))
  }

  @Test func `draws an empty frame`() throws {
    try expectSnapshot(chart([Rule(.y(1))]).render(), named: "edge-no-data.svg")
  }

  @Test func `has no place for zero on a logarithmic axis`() {
    let zeros = Line(years: 2000...2001, values: [0, 0])
    #expect(chart([zeros], y: .log()).render().contains(">no data<"))
    #expect(!chart([zeros]).render().contains(">no data<"))
  }

  @Test func `draws a series of one point as a dot`() throws {
    let line = Line([Point(x: 2025, y: 0.6)], label: "one")
    try expectSnapshot(
      chart([line, DirectLabels(of: [line])]).render(), named: "edge-one-point.svg")
  }

  @Test func `draws zeros on the axis`() throws {
    let line = Line(years: 2020...2030, values: [Double](repeating: 0, count: 11))
    try expectSnapshot(chart([line], y: .percent()).render(), named: "edge-zeros.svg")
  }

  @Test(arguments: [Dimension.log("Unit"), .linear("Unit")])
  func `draws values from a billionth to a quadrillion`(y: Dimension) throws {
    let line = Line(years: 2000...2002, values: [1e-9, 1, 1e15])
    let name = if case .log = y.kind { "log" } else { "linear" }
    try expectSnapshot(chart([line], y: y).render(), named: "edge-magnitudes-\(name).svg")
  }

  @Test(arguments: [
    [1e-300, 1e300], [-1e308, 1e308], [.leastNonzeroMagnitude, .greatestFiniteMagnitude],
    [5, 5], [-5, -5], [1, 1.000000000001],
  ])
  func `draws any values at all`(values: [Double]) {
    let line = Line(years: 2000...2001, values: values)
    let marks: [any Mark] = [
      line, DirectLabels(of: [line]), Rule(.y(values[0]), label: "rule"),
      Band(.y(values[0]...values[1]), label: "band"), Annotation("a", at: line.points[0]),
      Bars(line.points.map { .init(at: $0.x, value: $0.y, text: "bar") }), Dots(line.points),
    ]
    #expect(chart(marks).render().contains("</svg>"))
    #expect(chart(marks, y: .log()).render().contains("</svg>"))
    #expect(!chart(marks).render().contains("nan"))
  }

  @Test func `slants names that do not fit beside one another`() throws {
    let names = ["Purchasing power", "Expenditure", "Manufacturing", "Concentration", "Composite"]
    let bars = Bars(names.indices.map { .init(at: Double($0), value: Double($0 + 1)) })
    let picture = Chart(
      title: "Title", description: "Description", width: 360, x: .bands(names),
      y: .linear("Points"), marks: [bars])
    try expectSnapshot(picture.render(), named: "edge-slanted.svg")
  }

  @Test func `escapes and places labels in any script`() throws {
    let labels = ["<b>A & \"B\"</b>", "الصين", "中华人民共和国", "O'Neill"]
    let lines = labels.enumerated().map { index, label in
      Line(
        years: 2000...2001, values: [0, Double(index)], hue: .category(index), label: label)
    }
    let picture = Chart(
      title: "1 < 2 & \"so on\"", subtitle: "كتابة من اليمين إلى اليسار",
      description: "<&>", footer: ["מקור: World Bank"], width: 480, x: .years(), y: .linear(),
      marks: lines + [DirectLabels(of: lines, remark: Numeral.shortest)])
    try expectSnapshot(picture.render(), named: "edge-scripts.svg")
  }

  @Test func `cuts off what lies beyond a given domain`() throws {
    let line = Line(years: 2000...2010, values: (0...10).map { Double($0) })
    try expectSnapshot(
      chart([line], y: .linear(domain: 2...6)).render(), named: "edge-cut.svg")
  }

  private func chart(_ marks: [any Mark], y: Dimension = .linear()) -> Chart {
    Chart(
      title: "Title", description: "Description", width: 360, x: .years(), y: y, marks: marks)
  }
}
