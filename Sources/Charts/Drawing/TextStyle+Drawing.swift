extension TextStyle {
  /// Where words stand relative to the position that is given.
  enum Anchor: String, Sendable {
    case start, middle, end
  }

  /// One line of words whose baseline is at a position.
  func draw(
    _ text: String, at position: Position, anchor: Anchor = .start, classes: String = ""
  ) -> SVG {
    draw([.text(text)], at: position, anchor: anchor, classes: classes)
  }

  /// Lines of words, the baseline of the first at a position.
  func draw(
    lines: [String], at position: Position, anchor: Anchor = .start, classes: String = ""
  ) -> [SVG] {
    lines.enumerated().map { index, line in
      let y = position.y + Double(index) * leading
      return draw(line, at: Position(x: position.x, y: y), anchor: anchor, classes: classes)
    }
  }

  func draw(
    _ content: [SVG.Content], at position: Position, anchor: Anchor = .start, classes: String = ""
  ) -> SVG {
    let all = "c-\(rawValue)" + (classes.isEmpty ? "" : " " + classes)
    guard anchor != .start else {
      return SVG(
        "text", ["class": .text(all), "x": .number(position.x), "y": .number(position.y)], content)
    }
    return SVG(
      "text",
      [
        "class": .text(all), "x": .number(position.x), "y": .number(position.y),
        "text-anchor": .text(anchor.rawValue),
      ], content)
  }

  /// How far a baseline lies below the middle of the words.
  var middle: Double {
    size * 0.35
  }
}
