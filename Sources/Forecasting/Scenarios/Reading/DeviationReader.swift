import Models
import Panels
import RealModule

/// Reads the deviations of a scenario's file.
struct DeviationReader {
  let data: DataSet
  let origin: Int

  /// The kinds of deviations, by their keys.
  private enum Kind: String, CaseIterable {
    case growth, burden, level, population, slowdown, membership, sanctions, conditions
    case priceLevel = "price_level"
  }

  func deviation(_ node: ScenarioNode) throws(ScenarioDefect) -> Deviation {
    let pairs = try node.pairs("a deviation")
    guard pairs.count == 1 else {
      throw node.defect("a deviation has one key that says its kind, and here are \(pairs.count)")
    }
    let name = try pairs[0].key.text("a key")
    guard let kind = Kind(rawValue: name) else {
      throw pairs[0].key.unknown(
        "kind", name, among: Kind.allCases.map(\.rawValue), of: "a deviation")
    }
    let value = pairs[0].value
    switch kind {
    case .growth: return .growth(try growth(value))
    case .sanctions: return .growth(try sanctions(value))
    case .burden: return .path(try path(value, name, of: .burden))
    case .priceLevel: return try priceLevel(value)
    case .level: return .path(try level(value))
    case .population: return .population(try population(value))
    case .slowdown: return .slowdown(try slowdown(value))
    case .membership: return .membership(try membership(value))
    case .conditions: return .conditions(try conditions(value))
    }
  }

  private func growth(_ node: ScenarioNode) throws(ScenarioDefect) -> Deviation.Growth {
    let fields = try node.fields(
      "growth", required: ["powers", "years"], optional: ["add", "rate"])
    let change: Deviation.Growth.Change
    switch (fields["add"], fields["rate"]) {
    case (let add?, nil): change = .added(try add.points("growth to add"))
    case (nil, let rate?): change = .rate(try rate.points("the rate of growth"))
    default:
      throw node.defect("growth needs one of \"add\" and \"rate\", and not both")
    }
    return Deviation.Growth(
      powers: try powers(fields), years: try years(fields), change: change)
  }

  private func sanctions(_ node: ScenarioNode) throws(ScenarioDefect) -> Deviation.Growth {
    let fields = try node.fields(
      "sanctions", required: ["powers", "years", "drag"], optional: ["recovery", "over"])
    let drag = try fields["drag"]?.points("the drag") ?? 0
    guard drag >= 0 else {
      throw node.defect("the drag of sanctions is negative: write how much growth they cost")
    }
    var recovery: Deviation.Recovery?
    if let part = try fields["recovery"]?.fraction("the recovery"), part > 0 {
      recovery = Deviation.Recovery(part: part, years: try fields["over"]?.duration("over") ?? 5)
    }
    return Deviation.Growth(
      powers: try powers(fields), years: try years(fields), change: .added(-drag),
      recovery: recovery)
  }

  private func priceLevel(_ node: ScenarioNode) throws(ScenarioDefect) -> Deviation {
    let isShift = try node.pairs("price_level").contains { $0.key.scalar == "appreciation" }
    guard isShift else { return .path(try path(node, "price_level", of: .priceLevel)) }
    let fields = try node.fields("price_level", required: ["powers", "by", "appreciation"])
    let change = try fields["appreciation"]?.change("the appreciation", atMost: 5) ?? 0
    return .shift(
      Deviation.LevelShift(
        indicator: .priceLevel, powers: try powers(fields),
        year: try fields["by"]?.year("by", after: origin) ?? origin + 1,
        amount: .log(onePlus: change)))
  }

  private func level(_ node: ScenarioNode) throws(ScenarioDefect) -> Deviation.LevelPath {
    let fields = try node.fields(
      "level", required: ["indicator", "powers"], optional: ["path", "floor"])
    guard let named = fields["indicator"] else { throw node.defect("level needs an indicator") }
    let indicator = try indicator(named)
    return try path(fields, node, "level", of: indicator)
  }

  private func path(
    _ node: ScenarioNode, _ name: String, of indicator: Indicator
  ) throws(ScenarioDefect) -> Deviation.LevelPath {
    let fields = try node.fields(name, required: ["powers"], optional: ["path", "floor"])
    return try path(fields, node, name, of: indicator)
  }

  private func path(
    _ fields: [String: ScenarioNode], _ node: ScenarioNode, _ name: String,
    of indicator: Indicator
  ) throws(ScenarioDefect) -> Deviation.LevelPath {
    let points: ScenarioNode
    switch (fields["path"], fields["floor"]) {
    case (let path?, nil): points = path
    case (nil, let floor?): points = floor
    default: throw node.defect("\(name) needs one of \"path\" and \"floor\", and not both")
    }
    return Deviation.LevelPath(
      indicator: indicator, powers: try powers(fields),
      points: try levels(points, of: indicator),
      kind: fields["floor"] == nil ? .exact : .floor)
  }

  private func population(
    _ node: ScenarioNode
  ) throws(ScenarioDefect) -> Deviation.Population {
    let fields = try node.fields("population", required: ["powers", "variant"])
    let name = try fields["variant"]?.text("the variant") ?? ""
    guard let variant = Deviation.Population.Variant(rawValue: name) else {
      let known = Deviation.Population.Variant.allCases.map(\.rawValue)
      throw (fields["variant"] ?? node).unknown(
        "variant", name, among: known, of: "the United Nations' projection")
    }
    return Deviation.Population(powers: try powers(fields), variant: variant)
  }

  private func slowdown(_ node: ScenarioNode) throws(ScenarioDefect) -> Deviation.Slowdown {
    let fields = try node.fields(
      "slowdown", required: ["powers", "years", "probability"],
      optional: ["drop", "spread", "duration"])
    let drop = try fields["drop"]?.points("the drop") ?? 0.025
    guard drop > 0 else { throw node.defect("the drop of a slowdown must be more than zero") }
    return Deviation.Slowdown(
      powers: try powers(fields), years: try years(fields),
      probability: try fields["probability"]?.fraction("the yearly probability") ?? 0,
      drop: drop, spread: try fields["spread"]?.fraction("the spread", atMost: 2) ?? 0.3,
      duration: try fields["duration"]?.duration("the duration") ?? 7)
  }

  private func membership(
    _ node: ScenarioNode
  ) throws(ScenarioDefect) -> Deviation.MembershipChange {
    let fields = try node.fields(
      "membership", required: ["coalition", "from"], optional: ["leave", "join"])
    guard fields["leave"] != nil || fields["join"] != nil else {
      throw node.defect("membership needs \"leave\" or \"join\"")
    }
    return Deviation.MembershipChange(
      coalition: try coalition(fields["coalition"] ?? node),
      year: try fields["from"]?.year("from", after: origin) ?? origin + 1,
      leaving: try fields["leave"].map(powers(named:)) ?? [],
      joining: try fields["join"].map(powers(named:)) ?? [])
  }

  private func years(
    _ fields: [String: ScenarioNode]
  ) throws(ScenarioDefect) -> ClosedRange<Int> {
    try fields["years"]?.years("the years", after: origin) ?? origin + 1...origin + 200
  }
}
