/// An element of a picture, as a value.
public struct SVG: Equatable, Sendable {
  public let name: String
  public let attributes: [Attribute]
  public let content: [Content]

  public init(
    _ name: String, _ attributes: KeyValuePairs<String, Value> = [:], _ content: [Content] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.content = content
  }

  /// An element that holds other elements.
  public init(_ name: String, _ attributes: KeyValuePairs<String, Value> = [:], _ elements: [SVG]) {
    self.init(name, attributes, elements.map(Content.element))
  }

  /// An element that holds words.
  public init(_ name: String, _ attributes: KeyValuePairs<String, Value> = [:], text: String) {
    self.init(name, attributes, [.text(text)])
  }
}

extension SVG {
  /// A name and what it is set to.
  public struct Attribute: Equatable, Sendable {
    public let name: String
    public let value: Value
  }

  /// What an attribute is set to: words, or a number of pixels.
  public enum Value: Equatable, Sendable, ExpressibleByStringLiteral,
    ExpressibleByStringInterpolation
  {
    case text(String)
    case number(Double)

    public init(stringLiteral value: String) {
      self = .text(value)
    }
  }

  /// What an element holds.
  public indirect enum Content: Equatable, Sendable {
    case text(String)
    case element(SVG)
  }
}

extension SVG {
  /// The same with words that a browser shows where the pointer rests; none where they are empty.
  func titled(_ words: String) -> SVG {
    words.isEmpty ? self : SVG(self, adding: .element(SVG("title", text: words)))
  }

  private init(_ element: SVG, adding part: Content) {
    name = element.name
    attributes = element.attributes
    content = [part] + element.content
  }

  /// Elements drawn as one.
  static func group(_ elements: [SVG]) -> SVG {
    SVG("g", [:], elements)
  }
}
