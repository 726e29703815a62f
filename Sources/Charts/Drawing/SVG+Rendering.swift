extension SVG {
  /// The element as text: one line an element, the same bytes on every machine.
  public func render() -> String {
    var text = ""
    write(indent: "", into: &text)
    return text
  }

  /// The text of an element that holds others, cut in two after some of these.
  func render(splitAfter count: Int) -> (head: String, rest: String) {
    var (head, rest) = ("", "")
    writeOpening(into: &head)
    head += ">\n"
    for (index, part) in content.enumerated() {
      guard case .element(let element) = part else { continue }
      if index < count {
        element.write(indent: "  ", into: &head)
      } else {
        element.write(indent: "  ", into: &rest)
      }
    }
    return (head, rest + "</\(name)>\n")
  }

  private func write(indent: String, into text: inout String) {
    text += indent
    if content.isEmpty || name == "text" || holdsText {
      writeInline(into: &text)
      text += "\n"
      return
    }
    writeOpening(into: &text)
    text += ">\n"
    for case .element(let element) in content {
      element.write(indent: indent + "  ", into: &text)
    }
    text += "\(indent)</\(name)>\n"
  }

  /// Words keep their white space, so what is among words stays on their line.
  private func writeInline(into text: inout String) {
    writeOpening(into: &text)
    guard !content.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    for part in content {
      switch part {
      case .text(let words): text += Self.escape(words)
      case .element(let element): element.writeInline(into: &text)
      }
    }
    text += "</\(name)>"
  }

  private var holdsText: Bool {
    content.contains { part in
      if case .text = part { true } else { false }
    }
  }

  /// The tag up to its last attribute.
  private func writeOpening(into text: inout String) {
    text += "<"
    text += name
    for attribute in attributes {
      text += " "
      text += attribute.name
      text += "=\""
      switch attribute.value {
      case .text(let words): text += Self.escape(words)
      case .number(let number): text += Self.number(number)
      }
      text += "\""
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
    guard text.utf8.contains(where: isDoubtful) else { return text }
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

  /// Whether a byte is a mark, or may belong to a character that XML forbids.
  private static func isDoubtful(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, 0x7F, 0xC2, 0xEF: true
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    case UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }
}
