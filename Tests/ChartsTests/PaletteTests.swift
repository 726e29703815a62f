import Foundation
import Testing

@testable import Charts

@Suite("Palette")
struct PaletteTests {
  /// Web Content Accessibility Guidelines 2.2, 1.4.11: 3 to 1 for graphics.
  @Test(arguments: Hue.allCases)
  func `stands out from the paper`(hue: Hue) {
    for palette in [Palette.light, .dark] {
      #expect(contrast(palette.graphics(hue), palette.paper) >= 3)
    }
  }

  /// Web Content Accessibility Guidelines 2.2, 1.4.3: 4.5 to 1 for words.
  @Test(arguments: Hue.allCases)
  func `can be read`(hue: Hue) {
    for palette in [Palette.light, .dark] {
      #expect(contrast(palette.words(hue), palette.paper) >= 4.5)
    }
  }

  /// The colour-blind see by lightness what others see by hue: the first four are well apart.
  @Test func `tells the first categories apart as the colour-blind see them`() {
    for palette in [Palette.light, .dark] {
      let seen = Hue.categories.prefix(4).map { deuteranope(linear(palette.graphics($0))) }
      for (index, a) in seen.enumerated() {
        for b in seen.dropFirst(index + 1) {
          #expect(zip(a, b).map { abs(pow($0, 1 / 2.2) - pow($1, 1 / 2.2)) }.reduce(0, +) > 0.2)
        }
      }
    }
  }

  private func contrast(_ a: String, _ b: String) -> Double {
    let luminances = [a, b].map { color in
      zip(linear(color), [0.2126, 0.7152, 0.0722]).map { $0 * $1 }.reduce(0, +)
    }.sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private func linear(_ color: String) -> [Double] {
    let number = Int(color.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { shift in
      let part = Double(number >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  /// Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, severity 1.
  private func deuteranope(_ color: [Double]) -> [Double] {
    let rows = [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ]
    return rows.map { row in max(0, zip(row, color).map { $0 * $1 }.reduce(0, +)) }
  }
}
