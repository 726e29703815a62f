import Testing

@testable import Charts

@Suite("SVG element")
struct SVGTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (-0.001, "0"), (1.5, "1.5"), (1.234, "1.23"), (2.006, "2.01"),
    (-3.10, "-3.1"), (12.05, "12.05"), (.nan, "0"), (.infinity, "0"), (1e300, "1000000000"),
    (-1e300, "-1000000000"),
  ])
  func `writes numbers with at most two decimals`(number: Double, text: String) {
    #expect(SVG.number(number) == text)
  }

  @Test func `escapes every mark of XML in words and attributes`() {
    let svg = SVG("text", ["class": "a\"<&>'b"], text: "1 < 2 & \"x\" > 'y'")
    #expect(
      svg.render() == """
        <text class="a&quot;&lt;&amp;&gt;&#39;b">1 &lt; 2 &amp; &quot;x&quot; &gt; &#39;y&#39;</text>

        """)
  }

  @Test func `leaves out what XML forbids`() {
    #expect(SVG.escape("a\u{0}b\u{8}c\u{FFFE}d\ne") == "abcd e")
    #expect(SVG.escape("שלום, العالم") == "שלום, العالم")
  }

  @Test func `puts one element on a line, and words with what is among them`() {
    let name = SVG("text", [:], [.text("a "), .element(SVG("tspan", text: "b"))])
    let svg = SVG("g", [:], [SVG("rect"), name])
    #expect(svg.render() == "<g>\n  <rect/>\n  <text>a <tspan>b</tspan></text>\n</g>\n")
  }
}
