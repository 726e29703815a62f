import Forecasting
import Panels
import Testing

@testable import Reports

@Suite("Forecast headlines")
struct ForecastHeadlinesTests {
  private func headlines(
    _ cases: [(ratio: Double, probability: Double)], _ challenger: [Power] = ["CHN"],
    _ incumbent: [Power] = ["USA"]
  ) throws -> ForecastHeadlines {
    let contest = try MadeUp.contest(challenger, incumbent)
    let forecasts = zip(Measure.catalogue, cases).map { measure, value in
      MadeUp.forecast(measure, contest, ratio: value.ratio, probability: value.probability)
    }
    return ForecastHeadlines(forecasts, words: ForecastWords(contest, names: MadeUp.names))
  }

  private func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  /// What is known of a contest's measures, and what is to be said of it.
  struct Standing: Sendable {
    let cases: [(ratio: Double, probability: Double)]
    let words: String
  }

  static let standings = [
    Standing(
      cases: [(0.5, 0.4), (1.2, 0.3), (0.6, 0.72)],
      words: "China is ahead of the United States on one of three measures; "
        + "on the other two its chance of passing by 2075 is 40 % to 72 %"),
    Standing(
      cases: [(0.5, 0.4), (1.2, 0.3)],
      words: "China is ahead of the United States on one of two measures; "
        + "on the other its chance of passing by 2075 is 40 %"),
    Standing(
      cases: [(0.5, 0), (0.6, 0), (0.7, 0.002)],
      words: "China trails the United States on all three measures; "
        + "its chance of passing by 2075 is 0 % to below 1 %"),
    Standing(
      cases: [(1.5, 1), (1.6, 0.1)],
      words: "China leads the United States on both measures; "
        + "the chance that it loses the lead by 2075 is 10 % to 100 %"),
    Standing(
      cases: [(0.5, 0.5)],
      words: "China is about as likely as not to pass the United States by 2075 on GDP at "
        + "market exchange rates"),
    Standing(
      cases: [(1.5, 0.05)],
      words: "The United States is very unlikely to pass China again by 2075 on GDP at "
        + "market exchange rates"),
  ]

  @Test(arguments: standings)
  func `say who leads on how many measures`(standing: Standing) throws {
    #expect(try plain(headlines(standing.cases).standing(by: 2075)) == standing.words)
  }

  @Test(arguments: [
    (0.0, "In none of the futures drawn does China pass the United States by 2075 on "),
    (0.004, "China is almost certain not to pass the United States by 2075 on "),
    (0.39, "China is unlikely to pass the United States by 2075 on "),
    (0.8, "China is likely to pass the United States by 2075 on "),
    (0.95, "China is very likely to pass the United States by 2075 on "),
    (0.999, "China is almost certain to pass the United States by 2075 on "),
    (1, "In all of the futures drawn China passes the United States by 2075 on "),
  ])
  func `put a probability into words`(probability: Double, expected: String) throws {
    let headlines = try headlines([(1.3, 0.2), (0.5, probability)])
    #expect(headlines.chance(by: 2075) == expected + "GDP at purchasing-power parity")
  }

  @Test func `agree with coalitions and with names that have an article`() throws {
    let coalition = try headlines([(0.5, 0), (1.5, 0.5)], ["CHN", "RUS"], ["GBR"])
    #expect(
      plain(coalition.standing(by: 2075))
        == "China and Russia are ahead of the United Kingdom on one of two measures; "
        + "on the other their chance of passing by 2075 is 0 %")
    #expect(
      coalition.chance(by: 2075)
        == "In none of the futures drawn do China and Russia pass the United Kingdom by 2075 on "
        + "GDP at market exchange rates")
    let several = try headlines([(1.5, 0.5), (1.2, 0.5)], ["USA"], ["IND"])
    #expect(
      plain(several.standing(by: 2075))
        == "The United States leads India on both measures; "
        + "the chance that it loses the lead by 2075 is 50 %")
  }

  /// By hand: powers joined are several, a group is one, and each is called as people call it.
  @Test(arguments: [
    ("NATO", ["USA", "GBR"], "NATO", "has"),
    ("CHN+RUS", ["CHN", "RUS"], "China and Russia", "have"),
    ("BRICS+GBR", ["CHN", "IND", "GBR"], "BRICS and the United Kingdom", "have"),
    ("USA", ["USA"], "the United States", "has"),
  ])
  func `name sides and bend verbs`(
    name: String, members: [Power], words: String, verb: String
  ) {
    let side = Side(name: name, members: members)
    #expect(SideName(side, names: MadeUp.names).words == words)
    #expect(side.verb("has", "have") == verb)
  }

  /// By hand: an article before a number is that of its first sound.
  @Test(arguments: [
    (0.73, "a 73 % chance"), (0.8, "an 80 % chance"), (0.11, "an 11 % chance"),
    (0.18, "an 18 % chance"), (0.08, "an 8 % chance"), (0.1, "a 10 % chance"),
    (0.004, "a chance below 1 %"), (0.999, "a chance above 99 %"), (0, "a 0 % chance"),
  ])
  func `say what chance there is`(probability: Double, words: String) {
    #expect(plain(Percent(probability).chance) == words)
  }

  @Test func `tell a measure in a sentence`() throws {
    let contest = try MadeUp.contest(["CHN"], ["USA"])
    let words = ForecastWords(contest, names: MadeUp.names)
    let behind = MadeUp.forecast(.outputMER, contest, ratio: 0.63, probability: 0.6)
    #expect(
      plain(words.sentence(for: behind, by: 2050))
        == "China’s GDP at market exchange rates is 63 % of the United States’ in 2025; there is a "
        + "30 % chance that it passes the United States by 2050 and a 40 % chance that it has not by "
        + "2075.")
    let ahead = MadeUp.forecast(.outputPPP, contest, ratio: 1.34, probability: 0.3)
    #expect(
      plain(words.sentence(for: ahead))
        == "China passed the United States in 2020 on GDP at purchasing-power parity; there is a "
        + "30 % chance that the United States passes it again by 2075.")
  }

  /// By hand: who stands for a side of several is said; a power stands for itself.
  @Test(arguments: [
    ("NATO", ["USA", "GBR"], "For NATO its largest economy, the United States, stands here. "),
    ("CHN+RUS", ["CHN", "RUS"], "For China and Russia the first named, China, stands here. "),
    (
      "BRICS+GBR", ["CHN", "IND", "GBR"],
      "For BRICS and the United Kingdom the largest economy of BRICS, China, stands here. "
    ),
    ("USA", ["USA"], ""),
  ])
  func `say who stands for a side`(name: String, members: [Power], words: String) {
    let side = Side(name: name, members: members)
    #expect(StandIn(side, members[0], names: MadeUp.names).words == words)
  }

  @Test func `say what a group means`() throws {
    let nato = Side(name: "NATO", members: ["USA", "GBR"])
    let several = Side(name: "CHN+RUS", members: ["CHN", "RUS"])
    let brics = Side(name: "BRICS", members: ["CHN", "IND"])
    #expect(try MembershipWords(MadeUp.contest(["CHN", "RUS"], ["USA"])).words == nil)
    #expect(
      MembershipWords(try Contest(challenger: several, incumbent: nato)).words
        == "NATO means its members of today, in every year.")
    #expect(
      MembershipWords(try Contest(challenger: brics, incumbent: nato)).words
        == "BRICS and NATO mean their members of today, in every year.")
  }

  @Test(arguments: [(0, "none"), (1, "one"), (13, "thirteen"), (20, "twenty"), (21, "21")])
  func `count in words up to twenty`(number: Int, words: String) {
    #expect("\(Cardinal(number))" == words)
  }
}
