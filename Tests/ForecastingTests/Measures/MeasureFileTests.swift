import Panels
import Testing

@testable import Forecasting

@Suite("File of measures")
struct MeasureFileTests {
  private func defect(_ text: String) -> MeasureFileError? {
    do throws(MeasureFileError) {
      _ = try MeasureFile(text)
      return nil
    } catch { return error }
  }

  @Test func `measures may name one another in any order`() throws {
    let file = try MeasureFile(
      """
      measures:
        - name: twice
          title: the half twice
          unit: dollars
          formula: 2 * half
        - name: half
          formula: gdp.mer / 2
      """)
    #expect(file.measures.map(\.name) == ["twice", "half"])
    let half = Formula.quotient(Measure.outputMER.formula, .constant(2))
    #expect(file.measures[0].formula == .product(.constant(2), half))
    #expect(file.measures[1].unit == "$")
    #expect(file.measures[1].title == "half")
  }

  @Test func `weights add up to one over shares`() throws {
    let file = try MeasureFile("- {name: blend, weights: {gdp.mer: 3, gdp.ppp: 1}}")
    #expect(
      file.measures[0].formula
        == .weighted([
          (0.75, .share(Measure.outputMER.formula)), (0.25, .share(Measure.outputPPP.formula)),
        ]))
  }

  @Test(arguments: [
    ("measures:\n  - name: a\n    formla: burden", 3, "did you mean formula?"),
    ("mesures:\n  - name: a", 1, "did you mean measures?"),
    ("- formula: burden", 1, "no name"),
    ("- name: a", 1, "no formula"),
    ("- name: gdp.mer\n  formula: burden", 1, "already the name"),
    ("- name: burden\n  formula: gdp.mer", 1, "already the name"),
    ("- name: a\n  formula: burden\n- name: a\n  formula: burden", 3, "twice"),
    ("- name: a\n  formula: a + burden", 2, "refers to itself: a needs a"),
    ("- name: a\n  formula: b\n- name: b\n  formula: 2 * a", 2, "a needs b needs a"),
    ("- name: a\n\n  formula: gdp.mre * 2", 3, "did you mean gdp.mer"),
    ("- name: a\n  formula: gdp.mer + population", 2, "character 9"),
    ("- name: a\n  formula: gdp.mer / 0", 2, "divides by zero"),
    ("- name: a\n  weights: {gdp.mer: 1,\n    gdp.ppp: -1}", 3, "weights are not negative"),
    ("- name: a\n  weights: {gdp.mer: many}", 2, "must be a number"),
    ("- name: a\n  weights: {gdp.mer: 0}", 2, "all weights are zero"),
    ("- name: a\n  weights: {gdp.mre: 1}", 2, "did you mean gdp.mer"),
    ("- name: a\n  formula: burden\n  weights: {burden: 1}", 1, "give one of them"),
    ("- name: A b\n  formula: burden", 1, "no name"),
    ("- name: a\n  formula: [burden]", 2, "must be a text"),
    ("- just words", 1, "keys and values"),
    ("measures: 5", 1, "no list of measures"),
    ("", 1, "no list of measures"),
    ("- name: a\n  formula: 'burden", 2, "not YAML"),
    ("- name: a\n  name: b\n  formula: burden", 1, "stands twice"),
  ])
  func `says what is wrong and in which line`(text: String, line: Int, words: String) throws {
    let error = try #require(defect(text))
    #expect(error.line == line, "\(error)")
    #expect(error.description.contains(words), "\(error)")
    #expect(!error.description.contains("\n"))
  }

  /// A fault test: a file cut anywhere is read or refused, and never breaks the program.
  @Test func `a file cut short is read or refused`() {
    let text = """
      measures:
        - name: reach
          title: "military reach"
          formula: 0.6 * share(stock(milex.mppp, 0.08)) + 0.4 * share(military_personnel)
        - {name: blend, weights: {gdp.mer: 1, gdp.ppp: 1}}
      """
    var refused = 0
    for count in 0..<text.count where defect(String(text.prefix(count))) != nil { refused += 1 }
    #expect(refused > text.count / 2)
  }
}
