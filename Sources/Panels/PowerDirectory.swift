/// Finds states by code, by common name, or by what is nearest to a mistyped one.
public struct PowerDirectory: Sendable {
  private let entities: [Power: Entity]
  private let powers: [String: Power]

  public init(_ entities: some Sequence<Entity>) {
    let known = Dictionary(uniqueKeysWithValues: entities.map { ($0.power, $0) })
    var powers = Dictionary(
      known.values.map { (Self.key($0.name), $0.power) }, uniquingKeysWith: min)
    for (alias, power) in Self.aliases where known[power] != nil {
      powers[Self.key(alias)] = power
    }
    self.entities = known
    self.powers = powers
  }

  /// The state that a text names: its code or a common name, in capitals or not.
  public subscript(text: String) -> Entity? {
    if let entity = entities[Power(text.uppercased())] { return entity }
    return powers[Self.key(text)].flatMap { entities[$0] }
  }

  /// The states whose code or name is nearest to the text, at most six.
  public func nearest(to text: String) -> [Entity] {
    let key = Self.key(text)
    let names = NearestNames.names(to: key, among: powers.keys).compactMap { powers[$0] }
    let codes = NearestNames.names(to: text, among: entities.keys.map(\.code)).map { Power($0) }
    let all = key.count <= 3 ? codes + names : names + codes
    var seen: Set<Power> = []
    return all.filter { seen.insert($0).inserted }.prefix(6).compactMap { entities[$0] }
  }

  /// The letters and digits of a name, in lower case and without accents.
  static func key(_ name: String) -> String {
    var key = ""
    for character in name.lowercased() where character.isLetter || character.isNumber {
      key.append(accents[character] ?? character)
    }
    return key
  }

  private static let accents: [Character: Character] = [
    "á": "a", "à": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ç": "c", "é": "e", "è": "e",
    "ê": "e", "ë": "e", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ó": "o", "ô": "o", "õ": "o",
    "ö": "o", "ø": "o", "ú": "u", "û": "u", "ü": "u",
  ]
}
