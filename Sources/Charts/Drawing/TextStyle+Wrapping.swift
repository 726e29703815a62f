extension TextStyle {
  /// The words broken into lines no wider than a width in pixels.
  ///
  /// A word wider than the width is broken after a hyphen, or else where it must be.
  func lines(of text: String, within width: Double) -> [String] {
    lines(of: words(of: text), within: width)
  }

  /// The words broken into as few lines as fit, these about equally long.
  func balancedLines(of text: String, within width: Double) -> [String] {
    let words = words(of: text)
    let lines = lines(of: words, within: width)
    guard lines.count > 1 else { return lines }
    let widest = words.map { self.width(ofThousandths: $0.thousandths) }.max() ?? width
    var (narrow, wide) = (min(width, widest), width)
    for _ in 0..<8 {
      let middle = (narrow + wide) / 2
      let isEnough = self.lines(of: words, within: middle).count == lines.count
      if isEnough { wide = middle } else { narrow = middle }
    }
    return self.lines(of: words, within: wide)
  }

  /// What does not break, and how wide its letters are.
  private typealias Word = (text: Substring, thousandths: Int)

  private func lines(of words: [Word], within width: Double) -> [String] {
    let space = FontMetrics.thousandths(of: " ", weight: weight)
    var lines: [String] = []
    var line = ""
    var sum = 0
    for word in words.flatMap({ pieces($0, within: width) }) {
      let longer = line.isEmpty ? word.thousandths : sum + space + word.thousandths
      if !line.isEmpty, self.width(ofThousandths: longer) > width {
        lines.append(line)
        (line, sum) = (String(word.text), word.thousandths)
      } else {
        line += (line.isEmpty ? "" : " ") + word.text
        sum = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// What lines are made of; a number keeps the sign after it.
  private func words(of text: String) -> [Word] {
    let parts = text.unicodeScalars.split(whereSeparator: Self.isBreak).map { Substring($0) }
    let joined = parts.reduce(into: [Substring]()) { all, part in
      if part.first == "%", let number = all.popLast() {
        all.append("\(number)\u{A0}\(part)")
      } else {
        all.append(part)
      }
    }
    return joined.map { ($0, FontMetrics.thousandths(of: $0, weight: weight)) }
  }

  /// White space breaks a line, except for spaces made not to.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value == 32 || (9...13).contains(scalar.value) }
    return scalar != "\u{A0}" && scalar != "\u{202F}" && scalar.properties.isWhitespace
  }

  private func pieces(_ word: Word, within width: Double) -> [Word] {
    guard self.width(ofThousandths: word.thousandths) > width else { return [word] }
    var pieces: [Substring] = []
    var piece: Substring = ""
    for character in word.text {
      if !piece.isEmpty, self.width(of: piece + String(character)) > width {
        let hyphen = piece.lastIndex(of: "-").map(piece.index(after:))
        let end = hyphen ?? piece.endIndex
        pieces.append(piece[..<end])
        piece = piece[end...]
      }
      piece.append(character)
    }
    return (pieces + [piece]).map { ($0, FontMetrics.thousandths(of: $0, weight: weight)) }
  }

  private func width(ofThousandths sum: Int) -> Double {
    FontMetrics.width(ofThousandths: sum) * size
  }
}

extension TextStyle {
  /// The same words, those of a proper name joined by spaces at which no line breaks.
  ///
  /// A name is words in a row that begin with capitals, unless a mark stands between them.
  ///
  /// - Parameters:
  ///   - text: In a language that writes only names with capitals.
  ///   - width: Longer names may be broken; in pixels.
  /// - Returns: As many letters as before.
  func names(of text: String, heldWithin width: Double) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.dropFirst().reduce(into: words.first.map(String.init) ?? "") { all, word in
      let before = all.split(separator: " ").last ?? ""
      let isName =
        Self.isCapital(before) && Self.isCapital(word) && before.last?.isPunctuation != true
        && self.width(of: "\(before) \(word)") <= width
      all += (isName ? "\u{A0}" : " ") + word
    }
  }

  /// A capital and small letters, unlike a number or GDP.
  private static func isCapital(_ word: Substring) -> Bool {
    let letters = word.drop { $0.isPunctuation }
    return letters.first?.isUppercase == true && letters.dropFirst().first?.isLowercase == true
  }
}
