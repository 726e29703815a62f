import Balancing
import Panels
import TestSupport
import Testing

@Suite("Arms races beside a contest")
struct ArmsRacePairsTests {
  private let burdens: DataSet = {
    let codes: [Power] = ["CHN", "USA", "IND", "PAK"]
    let values = codes.enumerated().map { place, code in
      (code, (1980...2020).map { 0.03 + 0.01 * Self.wave($0, place) })
    }
    return DataSet(
      panels: [.made(.burden, from: 1980, Dictionary(uniqueKeysWithValues: values))], entities: [],
      checksum: "")
  }()

  /// Ups and downs that differ from state to state, from no distribution.
  private static func wave(_ year: Int, _ place: Int) -> Double {
    let mixed: Int = year * (year + 7 * place) + 3 * place
    return Double(mixed % 11) / 11
  }

  /// By law: a pair is one race, whichever of the two is named first.
  @Test func `name every pair once`() {
    let races = ArmsRace.races(beside: "IND", "CHN", in: burdens)
    #expect(races.map(\.first) == ["IND", "CHN", "IND"])
    #expect(races.map(\.second) == ["CHN", "USA", "PAK"])
  }
}
