/// The widths of letters in Helvetica, Arial and Liberation Sans, which are the same.
///
/// Other sans faces differ by a few parts in a hundred, for which there is some slack.
enum FontMetrics {
  enum Weight: Sendable {
    case regular, bold
  }

  /// The width of words set solid, in parts of the size of the type.
  static func width(of text: some StringProtocol, weight: Weight) -> Double {
    width(ofThousandths: thousandths(of: text, weight: weight))
  }

  /// The same from the sum of letters' widths, in parts of the size of the type.
  static func width(ofThousandths sum: Int) -> Double {
    Double(sum) / 1000 * slack
  }

  /// The widths of letters added up, without slack, in thousandths of the size of the type.
  static func thousandths(of text: some StringProtocol, weight: Weight) -> Int {
    let widths = weight == .bold ? bold : regular
    return text.unicodeScalars.reduce(0) { sum, scalar in
      let isInTable = scalar.value >= 32 && scalar.value < 127
      return sum + (isInTable ? widths[Int(scalar.value) - 32] : otherWidth(of: scalar))
    }
  }

  private static let slack = 1.03

  /// A width for what is not in the table: none, a letter's, or a whole square.
  private static func otherWidth(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0xA0, 0x202F, 0x2009: return 278
    case 0xB7, 0x2018...0x2019: return 278
    case 0xB2, 0xB3, 0xB9, 0x2070...0x209F: return 396
    case 0x2014, 0x2026, 0x2190...0x21FF: return 1000
    case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFFEF: return 1000
    case 0x1F000...: return 1250
    default: return 630
    }
  }

  private static let regular = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  private static let bold = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]
}
