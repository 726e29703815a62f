import Testing

@testable import Charts

@Suite("Text style")
struct TextStyleTests {
  /// By hand from the metrics of Helvetica: 667 + 556 + 667 thousandths, and the slack.
  @Test func `measures words by the metrics of their letters`() {
    #expect(abs(TextStyle.tick.width(of: "AaB") - 12 * 1.89 * 1.03) < 1e-9)
    #expect(TextStyle.tick.width(of: "") == 0)
    #expect(TextStyle.label.width(of: "a") > 0)
  }

  @Test func `counts marks above letters as nothing and ideographs as squares`() {
    let style = TextStyle.tick
    #expect(style.width(of: "e\u{301}") == style.width(of: "e"))
    #expect(abs(style.width(of: "中国") - 24 * 1.03) < 1e-9)
  }

  @Test(arguments: [40.0, 90, 200, 1000])
  func `breaks words into lines no wider than asked`(width: Double) {
    let text =
      "Sources: World Bank; Correlates of War. Supercalifragilisticexpialidocious, 10\u{A0}%"
    let lines = TextStyle.footer.lines(of: text, within: width)
    #expect(lines.allSatisfy { TextStyle.footer.width(of: $0) <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func `breaks a word after its hyphen before it breaks it elsewhere`() {
    let style = TextStyle.label
    let width = style.width(of: "purchasing-pow")
    #expect(
      style.lines(of: "at purchasing-power parity", within: width)
        == ["at purchasing-", "power parity"])
  }

  @Test func `keeps a number with the sign after it`() {
    let style = TextStyle.footer
    for width in stride(from: 40.0, through: 200, by: 10) {
      let lines = style.lines(of: "the ribbon holds 90 % of them, not 100 %", within: width)
      #expect(!lines.contains { $0.hasPrefix("%") })
    }
  }

  /// By hand: words in a row with capitals are a name, acronyms and what a mark parts are none.
  @Test func `holds names together`() {
    let held = TextStyle.headline.names(
      of: "The United States, China and “Peak China” by GDP", heldWithin: 1000)
    #expect(held == "The\u{A0}United\u{A0}States, China and “Peak\u{A0}China” by GDP")
    #expect(TextStyle.headline.names(of: "United States", heldWithin: 50) == "United States")
  }

  @Test func `balances lines without adding any`() {
    let text = "Overtaking is likely by purchasing power and a coin toss at market rates"
    let style = TextStyle.headline
    let lines = style.balancedLines(of: text, within: 680)
    #expect(lines.count == style.lines(of: text, within: 680).count)
    #expect(style.width(of: lines[1]) > 0.6 * style.width(of: lines[0]))
  }

  @Test func `has no lines for no words`() {
    #expect(TextStyle.footer.lines(of: "  ", within: 100).isEmpty)
    #expect(TextStyle.footer.balancedLines(of: "", within: 100).isEmpty)
  }
}
