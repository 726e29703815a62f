import TestSupport
import Testing

@testable import Panels

@Suite("Finding powers")
struct PowerDirectoryTests {
  let directory = PowerDirectory(
    [
      ("CHN", "China"), ("TWN", "Taiwan"), ("USA", "United States"), ("GBR", "United Kingdom"),
      ("CIV", "Côte d’Ivoire"), ("COD", "Congo - Kinshasa"), ("SUN", "Soviet Union"),
      ("CHE", "Switzerland"), ("TUR", "Türkiye"),
    ].map { Entity(power: Power($0.0), name: $0.1, continuedAs: nil, years: 1...3000) })

  @Test(
    arguments: [
      ("CHN", "CHN"), ("chn", "CHN"), ("China", "CHN"), ("CHINA", "CHN"), (" china ", "CHN"),
      ("united states", "USA"), ("the United States of America", nil), ("US", "USA"),
      ("America", "USA"), ("UK", "GBR"), ("Great Britain", "GBR"), ("Cote d'Ivoire", "CIV"),
      ("Côte d’Ivoire", "CIV"), ("Ivory Coast", "CIV"), ("Congo Kinshasa", "COD"), ("USSR", "SUN"),
      ("Turkey", "TUR"), ("Mordor", nil), ("", nil), ("Poland", nil),
    ] as [(String, Power?)])
  func `takes codes and common names`(text: String, power: Power?) {
    #expect(directory[text]?.power == power)
  }

  @Test(
    arguments: [
      ("Chian", "CHN"), ("CHM", "CHN"), ("Untied States", "USA"), ("Switzerlnd", "CHE"),
      ("Soviet Onion", "SUN"),
    ] as [(String, Power)])
  func `suggests what is nearest`(text: String, power: Power) {
    #expect(directory.nearest(to: text).contains { $0.power == power })
  }

  @Test func `suggests nothing for what is near nothing`() {
    #expect(directory.nearest(to: "Mordor and Gondor").isEmpty)
  }

  /// By hand.
  @Test(arguments: [
    ("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("abc", "abc", 0), ("ca", "abc", 3),
  ])
  func `counts the letters that differ`(left: String, right: String, distance: Int) {
    #expect(NearestNames.distance(Array(left), Array(right)) == distance)
  }

  /// By law: distance is symmetric, and no more than the longer text.
  @Test func `counts alike in both directions`() {
    let letters = Array("abc")
    var random = SplitMix(seed: 4)
    for _ in 0..<500 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        }
      }
      let distance = NearestNames.distance(words[0], words[1])
      #expect(distance == NearestNames.distance(words[1], words[0]))
      #expect(distance <= max(words[0].count, words[1].count))
      #expect((distance == 0) == (words[0] == words[1]))
    }
  }

  @Test func `names the nearest in its error`() throws {
    let data = DataSet(
      panels: [], entities: [Entity(power: "CHN", name: "China", continuedAs: nil, years: 1...2)],
      checksum: "")
    #expect(try data.power(named: "china") == "CHN")
    let error = try #require(throws: UnknownName.self) { try data.power(named: "Chna") }
    #expect(error.description.contains("CHN (China)"))
  }
}
