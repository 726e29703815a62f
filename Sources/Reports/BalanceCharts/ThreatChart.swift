public import Balancing
public import Charts
import Forecasting
public import Panels

/// What a state has to fear from the powers that threaten it most, part by part.
public struct ThreatChart: Sendable {
  private let field: ThreatField
  private let state: Power
  private let year: Int
  private let threats: [Threat]
  private let names: DataSet

  /// How many threats are drawn.
  private static let most = 8

  /// Fails where no threat has a level.
  ///
  /// - Parameters:
  ///   - threats: The gravest first; nothing is drawn of those without a level.
  ///   - state: Whom they threaten.
  ///   - year: When.
  ///   - field: How they were rated.
  ///   - names: What powers are called.
  public init?(
    _ threats: [Threat], to state: Power, in year: Int, _ field: ThreatField, names: DataSet
  ) {
    let rated = threats.filter { $0.level != nil }.prefix(Self.most)
    guard !rated.isEmpty else { return nil }
    self.threats = Array(rated)
    self.state = state
    self.year = year
    self.field = field
    self.names = names
  }

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Threats to \(phrase(state)) in \(year), the gravest 1, and the parts of which "
        + "they are the product",
      description: description,
      footer: [
        "Power is \(field.measure.name), spending \(field.spending.name). \(weights) "
          + "A part that no source covers in \(year) is left out of every threat.",
        "After Walt, The Origins of Alliances (1987); the product is ours, and no probability of war. "
          + SourceCredits.line(
            "Correlates of War, peacesciencer (capitals), Bailey, Strezhnev and Voeten (votes)",
            names),
      ],
      facets: Facets(plots, sharing: .y, height: Double(threats.count) * 26 + 40, leastColumn: 190))
  }

  private var plots: [Plot] {
    let gravest = threats[0].level ?? 1
    var plots = [
      plot("Threat", "relative to the gravest", .vermilion) { $0.level.map { $0 / gravest } },
      plot("Power", "share of the world", .blue) { $0.share },
      plot("Nearness", "what remains of power", .green) { $0.proximity },
      plot("Offense", "spending carried on", .indigo) { $0.offense },
    ]
    if threats.contains(where: { $0.disputes != nil }) {
      plots.append(plot("Disputes", "years in ten", .gold) { $0.disputes })
    }
    if threats.contains(where: { $0.idealDistance != nil }) {
      plots.append(plot("Votes", "distance", .rose) { $0.idealDistance })
    }
    return plots
  }

  private func plot(
    _ title: String, _ subtitle: String, _ hue: Hue, _ value: (Threat) -> Double?
  ) -> Plot {
    let bars = threats.enumerated().compactMap { row, threat in
      value(threat).map {
        Bars.Bar(at: Double(row), value: $0, hue: hue, text: Numeral.fixed($0, places: 2))
      }
    }
    return Plot(
      title: title, subtitle: subtitle, x: .linear(),
      y: .bands(threats.map { names.name(of: $0.power) }),
      marks: [Bars(bars, direction: .horizontal)])
  }

  private func phrase(_ power: Power) -> String { SideName(Side(power), names: names).words }

  private var weights: String {
    let words = ThreatWeights.Part.allCases.map { part in
      "\(part.rawValue) \(Numeral.shortest(field.options.weights[part]))"
    }
    return "Weights: \(words.joined(separator: ", "))."
  }

  private var headline: String {
    let first = "The gravest threat to \(phrase(state)) in \(year) is \(phrase(threats[0].power))"
    guard threats.count > 1, let gravest = threats[0].level, let next = threats[1].level else {
      return first
    }
    let times = gravest / next
    return times < 1.05
      ? first + ", level with \(phrase(threats[1].power))"
      : first + ", \(Numeral.fixed(times, places: 1)) times that of \(phrase(threats[1].power))"
  }

  private var description: String {
    let parts = threats.map { threat in
      let level = (threat.level ?? 0) / (threats[0].level ?? 1)
      return "\(names.name(of: threat.power)) \(Numeral.fixed(level, places: 2))"
    }
    return "Bars of each threat and its parts. Threats: \(parts.joined(separator: ", "))."
  }
}
