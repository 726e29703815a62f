import Testing

@testable import Charts

/// The laws of every layout: no words leave the picture, none lie on others.
@Suite("Layout")
struct LayoutTests {
  static let charts = [
    Examples.ratioFan, Examples.crossing(4), Examples.crossing(12), Examples.multiples(9),
    Examples.multiples(5), Examples.bars, Examples.shares, Examples.heat,
  ]

  @Test(arguments: charts.indices, [320.0, 360, 540, 720, 1000, 1200])
  func `keeps words inside and apart`(index: Int, width: Double) {
    let svg = Self.charts[index].resized(to: width).svg()
    let texts = texts(in: svg)
    let canvas = Box(left: 0, top: 0, right: width, bottom: height(of: svg))
    #expect(!texts.isEmpty)
    for (position, text) in texts.enumerated() {
      #expect(canvas.contains(text.box), "\(text.words) leaves the picture")
      for other in texts.dropFirst(position + 1) {
        #expect(!text.box.overlaps(other.box), "\(text.words) lies on \(other.words)")
      }
    }
  }

  @Test(arguments: charts.indices)
  func `draws at the least width`(index: Int) {
    #expect(!Self.charts[index].resized(to: 200).render().isEmpty)
  }

  private func height(of svg: SVG) -> Double {
    number("height", of: svg)
  }

  private func number(_ name: String, of svg: SVG) -> Double {
    guard case .number(let value)? = svg.attributes.first(where: { $0.name == name })?.value
    else { return 0 }
    return value
  }

  /// All words that are not turned, with the boxes that they fill.
  private func texts(in svg: SVG) -> [(words: String, box: Box)] {
    if svg.attributes.contains(where: { $0.name == "transform" }) { return [] }
    let own = svg.name == "text" ? [(words(of: svg), box(of: svg))] : []
    return own
      + svg.content.flatMap { part in
        guard case .element(let element) = part else { return [(words: String, box: Box)]() }
        return texts(in: element)
      }
  }

  private func words(of svg: SVG) -> String {
    svg.content.map { part in
      switch part {
      case .text(let text): text
      case .element(let element): words(of: element)
      }
    }.joined()
  }

  private func box(of svg: SVG) -> Box {
    let attributes = Dictionary(
      uniqueKeysWithValues: svg.attributes.map { ($0.name, $0.value.description) })
    let name = (attributes["class"] ?? "").split(separator: " ").first?.dropFirst(2) ?? ""
    let style = TextStyle(rawValue: String(name)) ?? .tick
    let width = style.width(of: words(of: svg)) / 1.03
    let parts: [String: Double] = ["middle": 0.5, "end": 1]
    let part = parts[attributes["text-anchor"] ?? ""] ?? 0
    let (x, y) = (number("x", of: svg) - part * width, number("y", of: svg))
    return Box(left: x, top: y - style.size * 0.75, right: x + width, bottom: y + style.size * 0.22)
  }
}
