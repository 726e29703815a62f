import Testing

@testable import Reports

@Suite("Words of the record")
struct RecordWordsTests {
  @Test func `skill stands with its sign, or as none where it is not above zero`() {
    #expect(RecordWords.told([0.114, 0.2, 0.0312]) == "+0.11 +0.20 +0.03")
    #expect(RecordWords.told([0.02, -0.01, 0.004]) == "+0.02 none none")
    #expect(RecordWords.told([0.02, nil, nil]) == "+0.02 - -")
  }

  /// By hand: the range of those above zero, and how many are not.
  @Test(arguments: [
    ([0.06, 0.47, 0.1, 0.2], "+0.06 to +0.47 on all four measures."),
    ([0.06, 0.47, -0.1, 0.2, 0], "+0.06 to +0.47 on three measures, none on two."),
    ([-0.1, 0, 0, 0], "no better than knowing the gap on any of four measures."),
    ([0.06, 0.47], "a +0.06; a +0.47."),
  ])
  func `a foot has room for the range`(skills: [Double], words: String) {
    let brief = RecordWords(skills: skills.map { ("a", $0) }).brief
    #expect(brief.hasSuffix(": \(words)"), "\(brief)")
  }

  /// By hand: the range of what was saved of the error, and on how many measures none was.
  @Test(arguments: [
    (
      [0.06, 0.47, 0.1, 0.2],
      "6 % to 47 % less error than knowing only the gap on all four measures"
    ),
    ([0.06, 0.47, -0.1], "on two of three measures, and no less on the other"),
    (
      [0.06, -0.1, 0],
      "6 % less error than knowing only the gap on one of three measures, and no less "
        + "on the other two"
    ),
    ([-0.1, 0], "had no less error than knowing only the gap on any of two measures."),
    ([0.11, 0.12], "on both measures"), ([0.11], "on GDP at market exchange rates"),
  ])
  func `a summary names no measure by its code`(skills: [Double], words: String) {
    let summary = RecordWords(skills: skills.map { ("gdp.mer", $0) }).summary
    #expect(summary.replacing("\u{A0}", with: " ").contains(words), "\(summary)")
    #expect(!summary.contains("gdp.mer"))
  }

  @Test func `a measure without any skill is said to be no better than knowing the gap`() {
    #expect(RecordWords.told([-0.3, 0, 0.001]) == "no better than knowing the gap")
    #expect(RecordWords.told([-0.3, nil, nil]) == "no better than knowing the gap")
    #expect(RecordWords.told([nil, nil, nil]) == "- - -")
  }
}
