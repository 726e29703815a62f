extension Chart {
  /// The document as text.
  public func render() -> String { texts.alone }

  /// The document as text, without its look: for a page that holds the stylesheet of all charts.
  public func renderInPage() -> String { texts.inPage }

  /// The look of every chart, for the head of a page.
  public static var stylesheet: String { Stylesheet.text }

  /// Both forms of the document from one layout: they differ by the look alone.
  public var texts: (alone: String, inPage: String) {
    let (words, body) = svg().render(splitAfter: 2)
    let look = "  " + SVG("style", text: Stylesheet.text).render()
    return (words + look + body, words + body)
  }

  /// Lays the chart out from top to bottom.
  func svg() -> SVG {
    let header = Header(self)
    let body = draw(at: Position(x: margin, y: header.bottom), width: width - 2 * margin)
    let bottom = header.bottom + body.height
    let footer = Footer(self, top: bottom)
    let size = (width: width, height: (footer.bottom + margin).rounded(.up))
    return SVG(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "c-chart", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-description", "width": .number(size.width),
        "height": .number(size.height),
        "viewBox": "0 0 \(SVG.number(size.width)) \(SVG.number(size.height))",
      ],
      [
        SVG("title", ["id": "\(id)-title"], text: title),
        SVG("desc", ["id": "\(id)-description"], text: description),
        SVG("rect", ["class": "c-paper", "width": "100%", "height": "100%"]),
        .group(header.draw()), body.svg, .group(footer.draw()),
      ].filter { $0.name != "g" || !$0.content.isEmpty })
  }

  /// White space at the edges, in pixels.
  var margin: Double { width < 480 ? 14 : 20 }

  /// A name that differs from that of other charts, so that one page can hold many.
  var id: String {
    "chart-\(Fingerprint(of: [title, subtitle, description, "\(width)"] + footer).text)"
  }

  private func draw(at corner: Position, width: Double) -> (svg: SVG, height: Double) {
    switch content {
    case .plot(let plot): draw(plot, at: corner, width: width)
    case .facets(let facets): facets.draw(at: corner, width: width, id: id)
    }
  }

  private func draw(_ plot: Plot, at corner: Position, width: Double) -> (svg: SVG, height: Double)
  {
    func frame(height: Double) -> Frame {
      let canvas = Box(
        left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height)
      return plot.frame(in: canvas, extent: plot.extent, clip: "\(id)-0")
    }
    let wished = height ?? max(260, min(width * 0.56, 480)).rounded()
    let first = frame(height: wished)
    let missing = max(0, plot.room(in: first).height - first.box.height)
    let final = missing > 0 ? frame(height: wished + missing) : first
    return (plot.draw(in: final), wished + missing)
  }
}
