import Testing

@testable import Reports

@Suite("Words of the record")
struct RecordWordsTests {
  @Test func `skill stands with its sign, or as none where it is not above zero`() {
    #expect(RecordWords.told([0.114, 0.2, 0.0312]) == "+0.11 +0.20 +0.03")
    #expect(RecordWords.told([0.02, -0.01, 0.004]) == "+0.02 none none")
    #expect(RecordWords.told([0.02, nil, nil]) == "+0.02 - -")
  }

  @Test func `a measure without any skill is said to be no better than knowing the gap`() {
    #expect(RecordWords.told([-0.3, 0, 0.001]) == "no better than knowing the gap")
    #expect(RecordWords.told([-0.3, nil, nil]) == "no better than knowing the gap")
    #expect(RecordWords.told([nil, nil, nil]) == "- - -")
  }
}
