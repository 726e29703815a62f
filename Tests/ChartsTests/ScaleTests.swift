import Testing

@testable import Charts

@Suite("Linear scale")
struct LinearScaleTests {
  let scale = LinearScale(domain: 0...10, range: PixelRange(from: 200, to: 0))

  @Test func `makes equal differences equal distances`() {
    #expect(scale(0) == 200)
    #expect(scale(2.5) == 150)
    #expect(scale(10) == 0)
    #expect(scale(.nan).isNaN)
  }

  @Test(arguments: [1e-9, 0.3, 1, 7, 1234, 1e15], 1...12)
  func `has no more ticks than asked, all inside, in steps of 1, 2 or 5`(
    upper: Double, count: Int
  ) {
    let scale = LinearScale(domain: 0...upper, range: PixelRange(from: 0, to: 1))
    let ticks = scale.ticks(atMost: count)
    #expect(ticks.count <= count)
    #expect(ticks.allSatisfy { scale.domain.contains($0.value) })
    #expect(Set(ticks.map(\.label)).count == ticks.count)
  }

  @Test func `writes percentages`() {
    let scale = LinearScale(
      domain: 0...1, range: PixelRange(from: 0, to: 1), format: .percent)
    let labels = scale.ticks(atMost: 6).map(\.label)
    #expect(labels == ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"].map(unbroken))
  }

  @Test func `counts large amounts in millions and more`() {
    let format = TickFormat.number(before: "$")
    let labels = format.ticks([0, 5e11, 1e12]).map(\.label)
    #expect(labels == ["$0", "$0.5 trillion", "$1 trillion"].map(unbroken))
    #expect(format.ticks([-2e6]).map(\.label) == ["−$2 million"].map(unbroken))
  }

  @Test func `rounds its domain outwards and never to a point`() {
    #expect(LinearScale.roundDomain(around: Span([0.3, 9.2])) == 0...10)
    #expect(LinearScale.roundDomain(around: Span([0, 0])) == 0...1)
    #expect(LinearScale.roundDomain(around: nil) == 0...1)
    #expect(LinearScale.roundDomain(around: Span([7])).contains(7))
    #expect(LinearScale.roundDomain(around: Span([-1e308, 1e308])).contains(0))
  }

  private func unbroken(_ text: String) -> String {
    text.split(separator: " ").joined(separator: "\u{A0}")
  }
}

@Suite("Logarithmic scale")
struct LogScaleTests {
  @Test func `makes equal ratios equal distances`() {
    let scale = LogScale(domain: 0.25...4, range: PixelRange(from: 100, to: 0))
    #expect(abs(scale(1) - 50) < 1e-12)
    #expect(abs(scale(2) - 25) < 1e-12)
    #expect(scale(0).isNaN)
    #expect(scale(-1).isNaN)
  }

  /// The labels by which each magnitude is best read, chosen by hand.
  @Test(arguments: [
    (0.2, 3.0, ["0.25", "0.5", "1", "2"]),
    (0.9, 1.3, ["0.9", "1", "1.1", "1.2", "1.3"]),
    (0.02, 4, ["0.03", "0.1", "0.3", "1", "3"]),
    (100, 20_000, ["100", "300", "1,000", "3,000", "10,000"]),
    (1e-9, 1e15, ["10⁻⁵", "1", "100,000", "10¹⁰", "10¹⁵"]),
  ])
  func `names round values`(lower: Double, upper: Double, labels: [String]) {
    let scale = LogScale(domain: lower...upper, range: PixelRange(from: 0, to: 1))
    #expect(scale.ticks(atMost: 5).map(\.label) == labels)
  }

  @Test(arguments: [(1e-9, 1e15), (0.1, 10), (1, 1.0001), (3, 4), (1e-300, 1e300)], 1...8)
  func `has no more ticks than asked`(domain: (Double, Double), count: Int) {
    let scale = LogScale(domain: domain.0...domain.1, range: PixelRange(from: 0, to: 1))
    #expect(scale.ticks(atMost: count).count <= max(count, 2))
  }
}

@Suite("Scale of years")
struct YearScaleTests {
  @Test(arguments: [
    (1960.0, 2075.0, 6, [1960, 1980, 2000, 2020, 2040, 2060]),
    (1960.0, 2075.0, 5, [1975, 2000, 2025, 2050, 2075]), (2026, 2028, 5, [2026, 2027, 2028]),
    (1816, 2016, 5, [1850, 1900, 1950, 2000]), (2025.2, 2025.8, 5, []),
  ])
  func `names whole years`(first: Double, last: Double, count: Int, years: [Int]) {
    let scale = YearScale(domain: first...last, range: PixelRange(from: 0, to: 1))
    #expect(scale.ticks(atMost: count).map(\.label) == years.map(String.init))
  }

  @Test func `names only the years that it is told to`() {
    let scale = YearScale(
      domain: 2000...2050, range: PixelRange(from: 0, to: 1), named: 2000...2030)
    #expect(scale.ticks(atMost: 4).map(\.label) == ["2000", "2010", "2020", "2030"])
    #expect(scale(2050) == 1)
  }

  @Test func `shows a single year between its neighbours`() {
    #expect(YearScale.domain(around: Span([2025])) == 2024...2026)
  }
}

@Suite("Scale of categories")
struct BandScaleTests {
  @Test func `puts each category in the middle of its band`() {
    let scale = BandScale(["a", "b", "c", "d"], range: PixelRange(from: 0, to: 100))
    #expect((0..<4).map { scale(Double($0)) } == [12.5, 37.5, 62.5, 87.5])
    #expect(scale.bandwidth == 25)
  }
}
