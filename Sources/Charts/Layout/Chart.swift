/// A picture that says one thing: a headline, the plot that shows it, and where it comes from.
public struct Chart: Sendable {
  public enum Content: Sendable {
    case plot(Plot)
    case facets(Facets)
  }

  /// The finding, as a sentence.
  public let title: String
  /// What is shown, in which units.
  public let subtitle: String
  /// What the picture shows, for those who do not see it.
  public let description: String
  /// Sources, seed, record: a line each.
  public let footer: [String]
  public let legend: Legend
  /// In pixels.
  public let width: Double
  /// The height of one plot with its labels, in pixels; more where its labels need it.
  public let height: Double?
  public let content: Content

  /// - Precondition: At least 200 pixels wide.
  public init(
    title: String, subtitle: String = "", description: String, footer: [String] = [],
    legend: Legend = Legend([]), width: Double = 720, height: Double? = nil, content: Content
  ) {
    precondition(width >= 200, "a chart needs a width of 200 pixels")
    self.title = title
    self.subtitle = subtitle
    self.description = description
    self.footer = footer
    self.legend = legend
    self.width = width
    self.height = height
    self.content = content
  }
}

extension Chart {
  /// A chart of one plot.
  public init(
    title: String, subtitle: String = "", description: String, footer: [String] = [],
    legend: [Legend.Entry] = [], width: Double = 720, height: Double? = nil,
    x: Dimension, y: Dimension, marks: [any Mark]
  ) {
    self.init(
      title: title, subtitle: subtitle, description: description, footer: footer,
      legend: Legend(legend), width: width, height: height,
      content: .plot(Plot(x: x, y: y, marks: marks)))
  }

  /// A chart of several plots.
  public init(
    title: String, subtitle: String = "", description: String, footer: [String] = [],
    legend: [Legend.Entry] = [], width: Double = 720, facets: Facets
  ) {
    self.init(
      title: title, subtitle: subtitle, description: description, footer: footer,
      legend: Legend(legend), width: width, content: .facets(facets))
  }

  /// The same chart, laid out anew for another width in pixels.
  public func resized(to width: Double) -> Chart {
    Chart(
      title: title, subtitle: subtitle, description: description, footer: footer, legend: legend,
      width: width, height: height, content: content)
  }
}
