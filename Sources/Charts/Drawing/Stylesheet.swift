/// The look of a chart: what does not change from one to the next.
///
/// Colours are classes, so that a chart follows the reader's choice of light or dark.
enum Stylesheet {
  static let text = ([base] + TextStyle.allCases.map(rule) + [Palette.light.rules, dark])
    .joined(separator: " ")

  private static let base = """
    .c-chart{max-width:100%;height:auto;font-family:Helvetica Neue,Helvetica,Arial,\
    Liberation Sans,system-ui,sans-serif} \
    .c-line{fill:none;stroke-linejoin:round;stroke-linecap:round} .c-grid,.c-axis,.c-leader,\
    .c-empty{fill:none;stroke-width:1} .c-leader{stroke-opacity:.6} .c-empty{stroke-dasharray:4 4} \
    .c-remark{font-weight:400;font-size:11.5px;unicode-bidi:isolate} \
    .c-tick,.c-remark{font-variant-numeric:tabular-nums}
    """

  private static func rule(_ style: TextStyle) -> String {
    let weight = style.weight == .bold ? ";font-weight:700" : ""
    return ".c-\(style.rawValue){font-size:\(SVG.number(style.size))px\(weight)}"
  }

  private static let dark = "@media (prefers-color-scheme:dark){\(Palette.dark.rules)}"
}

extension Palette {
  /// The rules that give every part its colour.
  var rules: String {
    let hues = Hue.allCases.map { hue in
      ".s-\(hue.rawValue){stroke:\(graphics(hue))} .f-\(hue.rawValue){fill:\(graphics(hue))} "
        + ".t-\(hue.rawValue){fill:\(words(hue))}"
    }
    return """
      .c-paper{fill:\(paper)} .c-plate{fill:\(paper)} .c-grid{stroke:\(grid)} \
      .c-axis,.c-empty{stroke:\(axis)} \
      .c-headline,.c-headline-compact,.c-panel,.c-key,.c-cell{fill:\(words(.ink))} \
      .c-subtitle,.c-tick,.c-caption,.c-footer,.c-remark{fill:\(words(.muted))}
      """ + " " + hues.joined(separator: " ")
  }
}
