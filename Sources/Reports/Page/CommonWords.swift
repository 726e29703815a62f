import Charts
import Forecasting

/// The values that the words of every section may use.
struct CommonWords {
  let values: [String: Any]

  init(_ findings: Findings) {
    let context = findings.context
    let words = context.words
    let simulation = context.simulation
    var values: [String: Any] = [
      "title": words.title,
      "challenger": words.challenger, "Challenger": words.challenger.capitalizedFirst,
      "challengerHas": words.contest.challenger.verb("has", "have"),
      "incumbent": words.incumbent, "Incumbent": words.incumbent.capitalizedFirst,
      "origin": simulation.origin, "lastYear": context.lastYear,
      "headlineYear": context.headlineYear, "horizon": simulation.horizon,
      "futures": Numeral.grouped(simulation.futures), "seed": "\(simulation.seed)",
      "model": simulation.model, "checksum": context.checksum,
      "measureCount": "\(Cardinal(findings.forecasts.count))",
      "answer": words.headline(findings.forecasts),
    ]
    if let membership = MembershipWords(words.contest).words { values["membership"] = membership }
    self.values = values
  }
}
