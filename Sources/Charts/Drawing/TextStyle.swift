/// The part that words play in a chart, which decides their size and weight.
enum TextStyle: String, CaseIterable, Sendable {
  case headline, compactHeadline = "headline-compact", subtitle, panel, caption, tick, label, note
  case key, footer

  /// The height of the type in pixels.
  var size: Double {
    switch self {
    case .headline: 21
    case .compactHeadline: 18
    case .subtitle: 14
    case .panel: 13.5
    case .label: 12
    case .caption, .tick, .key: 12
    case .note: 11.5
    case .footer: 11
    }
  }

  var weight: FontMetrics.Weight {
    switch self {
    case .headline, .compactHeadline, .panel, .label: .bold
    default: .regular
    }
  }

  /// The distance from one line to the next, in pixels.
  var leading: Double {
    (size * 1.3).rounded()
  }

  func width(of text: some StringProtocol) -> Double {
    FontMetrics.width(of: text, weight: weight) * size
  }
}
