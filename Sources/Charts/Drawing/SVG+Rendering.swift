extension SVG {
  /// The element as text: one line an element, the same bytes on every machine.
  public func render() -> String {
    var lines: [String] = []
    render(indent: "", into: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func render(indent: String, into lines: inout [String]) {
    guard !content.isEmpty, name != "text", !holdsText else {
      lines.append(indent + inline)
      return
    }
    lines.append("\(indent)<\(opening)>")
    for case .element(let element) in content {
      element.render(indent: indent + "  ", into: &lines)
    }
    lines.append("\(indent)</\(name)>")
  }

  /// Words keep their white space, so what is among words stays on their line.
  private var inline: String {
    guard !content.isEmpty else { return "<\(opening)/>" }
    let inside = content.map { part in
      switch part {
      case .text(let text): Self.escape(text)
      case .element(let element): element.inline
      }
    }
    return "<\(opening)>\(inside.joined())</\(name)>"
  }

  private var holdsText: Bool {
    content.contains { part in
      if case .text = part { true } else { false }
    }
  }

  private var opening: String {
    attributes.reduce(into: name) { tag, attribute in
      tag += " \(attribute.name)=\"\(Self.escape(attribute.value.description))\""
    }
  }
}

extension SVG.Value: CustomStringConvertible {
  public var description: String {
    switch self {
    case .text(let text): text
    case .number(let number): SVG.number(number)
    }
  }
}

extension SVG {
  /// A coordinate with at most two decimals; what is not finite becomes zero.
  static func number(_ x: Double) -> String {
    guard x.isFinite else { return "0" }
    let hundredths = Int((min(max(x, -1e9), 1e9) * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    guard rest % 10 > 0 else { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Words made safe for XML: marks escaped, control characters that XML forbids left out.
  static func escape(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\t", "\n", "\r": safe += " "
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
