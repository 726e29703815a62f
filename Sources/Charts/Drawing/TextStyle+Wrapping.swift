extension TextStyle {
  /// The words broken into lines no wider than a width in pixels.
  ///
  /// A word wider than the width is broken after a hyphen, or else where it must be.
  func lines(of text: String, within width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: Self.isBreak).flatMap({ pieces($0, within: width) }) {
      let longer = line.isEmpty ? word : line + " " + word
      if !line.isEmpty, self.width(of: longer) > width {
        lines.append(line)
        line = word
      } else {
        line = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The words broken into as few lines as fit, these about equally long.
  func balancedLines(of text: String, within width: Double) -> [String] {
    let lines = lines(of: text, within: width)
    guard lines.count > 1 else { return lines }
    let widestWord = text.split(whereSeparator: Self.isBreak).map { self.width(of: String($0)) }
    var (narrow, wide) = (min(width, widestWord.max() ?? width), width)
    for _ in 0..<8 {
      let middle = (narrow + wide) / 2
      let isEnough = self.lines(of: text, within: middle).count == lines.count
      if isEnough { wide = middle } else { narrow = middle }
    }
    return self.lines(of: text, within: wide)
  }

  /// White space breaks a line, except for spaces made not to.
  private static func isBreak(_ character: Character) -> Bool {
    character.isWhitespace && character != "\u{A0}" && character != "\u{202F}"
  }

  private func pieces(_ word: Substring, within width: Double) -> [String] {
    guard self.width(of: String(word)) > width else { return [String(word)] }
    var pieces: [String] = []
    var piece: Substring = ""
    for character in word {
      if !piece.isEmpty, self.width(of: piece + String(character)) > width {
        let hyphen = piece.lastIndex(of: "-").map(piece.index(after:))
        let end = hyphen ?? piece.endIndex
        pieces.append(String(piece[..<end]))
        piece = piece[end...]
      }
      piece.append(character)
    }
    return pieces + [String(piece)]
  }
}
