import Panels

extension DeviationReader {
  /// Levels by year, in the unit of an indicator; a year that is empty, `~` or `free` is left out.
  func levels(
    _ node: ScenarioNode, of indicator: Indicator
  ) throws(ScenarioDefect) -> [Deviation.LevelPoint] {
    var points: [Deviation.LevelPoint] = []
    for (key, value) in try node.pairs("a path by year") where !value.isFree {
      points.append(
        Deviation.LevelPoint(
          year: try key.year("a path", after: origin), level: try level(value, of: indicator)))
    }
    guard !points.isEmpty else { throw node.defect("a path needs a year") }
    points.sort { $0.year < $1.year }
    if let twice = zip(points, points.dropFirst()).first(where: { $0.year == $1.year }) {
      throw node.defect("the year \(twice.0.year) stands here twice")
    }
    return points
  }

  private func level(
    _ node: ScenarioNode, of indicator: Indicator
  ) throws(ScenarioDefect) -> Double {
    switch indicator.scale {
    case .logit:
      let what = indicator == .burden ? "military spending over GDP" : indicator.name
      let value = try node.fraction(what, atMost: indicator == .burden ? 0.9 : 1)
      guard value > 0, value < 1 else { throw node.defect("\(what) lies between 0 and 1") }
      return value
    case .logarithmic:
      let value = try node.positive(indicator.name)
      guard indicator != .priceLevel || value <= 5 else {
        throw node.defect(
          "a price level is a ratio, United States = 1: write \(value / 100) instead of \(value)")
      }
      return value
    }
  }

  /// A list of paths that are taken as known, each of one power and quantity.
  func conditions(_ node: ScenarioNode) throws(ScenarioDefect) -> [Deviation.Condition] {
    guard node.isList else {
      throw node.defect("conditions are a list: begin each with a dash")
    }
    var conditions: [Deviation.Condition] = []
    for element in node.elements { conditions += try condition(element) }
    return conditions
  }

  private func condition(
    _ node: ScenarioNode
  ) throws(ScenarioDefect) -> [Deviation.Condition] {
    let fields = try node.fields(
      "a condition", required: ["power", "of"], optional: ["levels", "growth"])
    let powers = try fields["power"].map(powers(named:)) ?? []
    guard powers.count == 1 else { throw node.defect("a condition is on one power") }
    let factors = try factors(fields["of"] ?? node)
    let points: [Deviation.LevelPoint]
    switch (fields["levels"], fields["growth"]) {
    case (let levels?, nil) where factors.count == 1:
      points = try self.levels(levels, of: factors[0])
    case (let levels?, nil):
      points = try self.levels(levels, of: .outputPerHead)
    case (nil, let growth?):
      points = try grown(growth, factors, of: powers[0])
    default:
      throw node.defect("a condition needs one of \"levels\" and \"growth\", and not both")
    }
    return points.map {
      Deviation.Condition(factors: factors, power: powers[0], year: $0.year, level: $0.level)
    }
  }

  /// Yearly growth in per cent, from the level at the origin; a year that is missing breaks it off.
  private func grown(
    _ node: ScenarioNode, _ factors: [Indicator], of power: Power
  ) throws(ScenarioDefect) -> [Deviation.LevelPoint] {
    var rates: [(year: Int, rate: Double)] = []
    for (key, value) in try node.pairs("growth by year") where !value.isFree {
      rates.append((try key.year("growth", after: origin), try value.points("growth")))
    }
    rates.sort { $0.year < $1.year }
    var level = 1.0
    for factor in factors {
      guard let value = data[factor]?[power, origin] else {
        throw node.defect(
          "\(power) has no \(factor.name) in \(origin) from which to grow: give levels instead")
      }
      level *= value
    }
    var points: [Deviation.LevelPoint] = []
    for (step, rate) in rates.enumerated() {
      guard rate.year == origin + 1 + step else {
        throw node.defect(
          "growth in \(rate.year) has no base: give every year from \(origin + 1) on")
      }
      level *= 1 + rate.rate
      points.append(Deviation.LevelPoint(year: rate.year, level: level))
    }
    return points
  }

  /// An indicator, or a measure that is a product of indicators that move on the log scale.
  private func factors(_ node: ScenarioNode) throws(ScenarioDefect) -> [Indicator] {
    let name = try node.text("what is given")
    switch name {
    case Measure.outputPPP.name: return [.population, .outputPerHead]
    case Measure.outputMER.name: return [.population, .outputPerHead, .priceLevel]
    default: return [try indicator(node)]
    }
  }
}
