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
        + "on the other two its chance to pass by 2075 is 40 % to 72 %"),
    Standing(
      cases: [(0.5, 0.4), (1.2, 0.3)],
      words: "China is ahead of the United States on one of two measures; "
        + "on the other its chance to pass by 2075 is 40 %"),
    Standing(
      cases: [(0.5, 0), (0.6, 0), (0.7, 0.002)],
      words: "China trails the United States on all three measures; "
        + "its chance to pass by 2075 is 0 % to below 1 %"),
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
        + "on the other their chance to pass by 2075 is 0 %")
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

  @Test(arguments: [(0, "none"), (1, "one"), (13, "thirteen"), (20, "twenty"), (21, "21")])
  func `count in words up to twenty`(number: Int, words: String) {
    #expect("\(Cardinal(number))" == words)
  }
}
