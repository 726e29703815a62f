/// A colour by its part in a chart; each has a light and a dark form.
///
/// The categories are those of Okabe and Ito, moved in lightness until each stands out from both
/// backgrounds and from the others as the colour-blind see them.
/// **Source.** Okabe and Ito (2008), "Color universal design".
public enum Hue: String, CaseIterable, Sendable {
  case blue, vermilion, green, rose, gold, indigo, brown
  /// The colour of words: for what is neither one side nor the other.
  case ink
  /// A quiet grey: for what only gives context.
  case muted

  /// The colours that tell categories apart, in the order in which to use them.
  public static let categories: [Hue] = [
    .blue, .vermilion, .green, .rose, .gold, .indigo, .brown,
  ]

  /// The colour of the category at an index; after the last it begins again.
  public static func category(_ index: Int) -> Hue {
    categories[index % categories.count]
  }
}
