import Charts
import Forecasting
import Panels
import RealModule
import Reports

/// The tables of `solve`.
struct SolveTables {
  let solution: Solution
  private let words: ForecastWords

  init(_ solution: Solution, names: DataSet) {
    self.solution = solution
    words = ForecastWords(solution.contest, names: names)
  }

  /// What is asked, and what is expected without any change.
  var sentence: String {
    "\(words.title) on \(solution.measure.title): the chance of a crossing by \(solution.target) is "
      + "\(Percent(solution.expected)); for one of \(Percent(solution.probability)) it would take "
      + "one of these."
  }

  /// A row a lever, for a reader.
  var summary: Table {
    Table(
      "solve",
      columns: ["lever", "expected", "needed", "percentile of the record", "spells"],
      rows: solution.answers.map { answer in
        [
          .text(Self.name(of: answer.lever)), .text(Self.amount(answer.expected, answer.lever)),
          .text(answer.needed.map { Self.amount($0, answer.lever) } ?? "out of reach"),
          .text(answer.spells.map { Self.percentile($0.percentile) } ?? "-"),
          .text(
            answer.spells.map {
              "\(Numeral.grouped($0.count)) of \($0.countries) countries"
            } ?? "-"),
        ]
      })
  }

  /// A row a lever, for a program: fractions and logarithms as they were computed.
  var long: Table {
    Table(
      "solve",
      columns: [
        "challenger", "incumbent", "measure", "by", "probability", "probability_expected",
        "lever", "unit", "expected", "needed", "percentile", "spell_years", "spells", "countries",
        "lowest_probability", "highest_probability", "reachable",
      ],
      rows: solution.answers.map { answer in
        [
          .text(solution.contest.challenger.name), .text(solution.contest.incumbent.name),
          .text(solution.measure.name), .year(solution.target), .number(solution.probability),
          .number(solution.expected), .text(answer.lever.rawValue),
          .text(Self.unit(of: answer.lever)), .number(answer.expected), Table.Cell(answer.needed),
          Table.Cell(answer.spells?.percentile), answer.spells.map { .count($0.years) } ?? .missing,
          answer.spells.map { .count($0.count) } ?? .missing,
          answer.spells.map { .count($0.countries) } ?? .missing,
          .number(answer.reach.lowerBound), .number(answer.reach.upperBound),
          .text(answer.needed == nil ? "no" : "yes"),
        ]
      })
  }

  /// What the columns mean, and what cannot be reached.
  var notes: String {
    let years = solution.answers.compactMap { $0.spells?.years }.first
    let record = years.map {
      "Percentile: the part of all countries' past spells of \($0) years with less; spells overlap."
    }
    let unreachable = solution.answers.filter { $0.needed == nil }.map { answer in
      "No \(Self.noun(of: answer.lever)) within the limits gives "
        + "\(Percent(solution.probability)) by \(solution.target): the chance lies between "
        + "\(Percent(answer.reach.lowerBound)) and \(Percent(answer.reach.upperBound))."
    }
    let missing = Solution.Lever.allCases.filter { lever in
      !solution.answers.contains { $0.lever == lever }
    }.map { "\(solution.measure.name) does not depend on the \(Self.noun(of: $0))." }
    return ([record].compactMap(\.self) + unreachable + missing).map { $0 + "\n" }.joined()
  }

  private static func name(of lever: Solution.Lever) -> String {
    switch lever {
    case .growth: "output per head, growth over the incumbent's"
    case .exchangeRate: "price level, real appreciation to the target"
    case .burden: "military spending over GDP in the target year"
    }
  }

  private static func noun(of lever: Solution.Lever) -> String {
    switch lever {
    case .growth: "growth of output per head"
    case .exchangeRate: "exchange rate"
    case .burden: "military burden"
    }
  }

  private static func unit(of lever: Solution.Lever) -> String {
    switch lever {
    case .growth: "logarithm a year, challenger less incumbent"
    case .exchangeRate: "logarithm, origin to target"
    case .burden: "fraction of GDP"
    }
  }

  private static func amount(_ value: Double, _ lever: Solution.Lever) -> String {
    switch lever {
    case .growth: signed(100 * value, places: 2) + " points a year"
    case .exchangeRate: signed(100 * (.exp(value) - 1), places: 0) + " %"
    case .burden: Numeral.fixed(100 * value, places: 1) + " %"
    }
  }

  private static func signed(_ value: Double, places: Int) -> String {
    let text = Numeral.fixed(abs(value), places: places)
    return text.allSatisfy({ "0.".contains($0) }) ? text : (value < 0 ? "−" : "+") + text
  }

  /// With a decimal where whole hundredths would say none or all.
  private static func percentile(_ part: Double) -> String {
    let percent = 100 * part
    if percent > 0, percent < 0.1 { return "below 0.1" }
    if percent < 100, percent > 99.9 { return "above 99.9" }
    return Numeral.fixed(percent, places: percent < 1 || percent > 99 ? 1 : 0)
  }
}
