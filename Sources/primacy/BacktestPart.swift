import Forecasting
import Panels
import Probability

/// What one origin of a backtest gave, as lines of text that read back to the same numbers.
///
/// The first line names the run, the last says how many lines came before it, so that a part of
/// another run or one that was cut off is known for what it is.
struct BacktestPart {
  /// What every part of one run has in common.
  let run: String
  let origin: Int

  func text(of result: BacktestResult) -> String {
    var lines = ["run,\(run)"]
    for event in result.events {
      lines.append(
        "event,\(event.challenger.code),\(event.incumbent.code),\(event.horizon),\(event.model),"
          + "\(event.probability),\(event.outcome)")
    }
    for level in result.levels {
      let numbers = [level.mean, level.crps, level.observed] + level.forecast.values
      lines.append(
        "level,\(level.power.code),\(level.horizon),\(level.model),"
          + numbers.map { "\($0)" }.joined(separator: ",") + ","
          + level.sketch.map { "\($0)" }.joined(separator: ","))
    }
    lines.append("end,\(lines.count)\n")
    return lines.joined(separator: "\n")
  }

  /// Reads a part back, or nothing where it is of another run or not whole.
  func result(from text: String) -> BacktestResult? {
    let lines = text.split(separator: "\n")
    guard lines.first == "run,\(run)", lines.last == "end,\(lines.count - 1)" else { return nil }
    var events: [BacktestResult.Event] = []
    var levels: [BacktestResult.Level] = []
    for line in lines.dropFirst().dropLast() {
      let fields = line.split(separator: ",")
      if let event = event(fields) {
        events.append(event)
      } else if let level = level(fields) {
        levels.append(level)
      } else {
        return nil
      }
    }
    return BacktestResult(events: events, levels: levels)
  }

  private func event(_ fields: [Substring]) -> BacktestResult.Event? {
    guard fields.count == 7, fields[0] == "event", let horizon = Int(fields[3]),
      let probability = Double(fields[5]), let outcome = Bool(String(fields[6]))
    else { return nil }
    return BacktestResult.Event(
      origin: origin, challenger: Power(String(fields[1])), incumbent: Power(String(fields[2])),
      horizon: horizon, model: String(fields[4]), probability: probability, outcome: outcome)
  }

  private func level(_ fields: [Substring]) -> BacktestResult.Level? {
    let named = 4
    let counted = named + 3 + BacktestResult.quantiles.count
    guard fields.count > counted, fields[0] == "level", let horizon = Int(fields[2]) else {
      return nil
    }
    let numbers = fields[named..<counted].compactMap { Double($0) }
    let sketch = fields[counted...].compactMap { Float($0) }
    guard numbers.count == counted - named, sketch.count == fields.count - counted else {
      return nil
    }
    return BacktestResult.Level(
      origin: origin, power: Power(String(fields[1])), horizon: horizon,
      model: String(fields[3]),
      forecast: QuantileForecast(
        levels: BacktestResult.quantiles, values: Array(numbers.dropFirst(3))),
      mean: numbers[0], crps: numbers[1], observed: numbers[2], sketch: sketch)
  }
}
