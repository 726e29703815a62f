/// How a line is drawn: its width in pixels and whether it is broken.
public struct Stroke: Equatable, Sendable {
  public enum Dash: String, CaseIterable, Sendable {
    case solid, dashed, dotted
  }

  public let width: Double
  public let dash: Dash

  public init(width: Double = 2, dash: Dash = .solid) {
    self.width = width
    self.dash = dash
  }

  public static let solid = Stroke()
  public static let dashed = Stroke(dash: .dashed)
  public static let dotted = Stroke(dash: .dotted)
  /// For what stands behind the main line.
  public static let thin = Stroke(width: 1)

  /// The stroke of the category at an index: broken once the colours of categories come again.
  public static func category(_ index: Int) -> Stroke {
    Stroke(dash: Dash.allCases[index / Hue.categories.count % Dash.allCases.count])
  }
}

extension Stroke {
  /// A line along a path.
  func element(_ path: Path, hue: Hue) -> SVG {
    SVG(
      "path",
      [
        "class": "c-line s-\(hue.rawValue)", "d": .text(path.data), "stroke-width": .number(width),
        "stroke-dasharray": .text(dashes),
      ])
  }

  /// The lengths of strokes and gaps, in proportion to the width.
  private var dashes: String {
    switch dash {
    case .solid: "none"
    case .dashed: "\(SVG.number(3 * width)) \(SVG.number(2 * width))"
    case .dotted: "\(SVG.number(0.01)) \(SVG.number(2.2 * width))"
    }
  }
}
