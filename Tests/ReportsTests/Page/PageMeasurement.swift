import Foundation

/// A page that holds another in frames and measures what the browser made of it.
enum PageMeasurement {
  /// The lines that the measurement wrote into the document.
  static func lines(in document: String) -> [String] {
    guard let start = document.range(of: "<pre id=\"measured\">"),
      let end = document.range(of: "</pre>", range: start.upperBound..<document.endIndex)
    else { return [] }
    return document[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
  }

  static func harness(for page: String, widths: [Int]) -> String {
    let source = page.map { character -> String in
      switch character {
      case "&": "&amp;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
    let frames = widths.map { width in
      "<iframe width=\"\(width)\" height=\"900\" style=\"border:0\" srcdoc=\"\(source)\"></iframe>"
    }
    return """
      <!DOCTYPE html><html><head><meta charset="utf-8">
      <meta name="color-scheme" content="light dark"></head><body>
      \(frames.joined(separator: "\n"))
      <pre id="measured"></pre>
      <script>\(script)</script></body></html>
      """
  }

  /// Boxes may touch: what is less than two pixels is no overlap, for glyphs do not fill their box.
  private static let script = """
    const lines = []
    const luminance = ([r, g, b]) => {
      const f = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
      return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b)
    }
    const colour = text => (text.match(/[\\d.]+/g) || []).map(Number)
    const contrast = (a, b) => {
      const [x, y] = [luminance(a), luminance(b)]
      return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
    }
    function measure(frame) {
      const page = frame.contentDocument, view = frame.contentWindow
      const width = frame.width, root = page.documentElement
      const say = (kind, words) => lines.push(`${width} ${kind}: ${words}`.replace(/\\s+/g, ' '))
      if (root.scrollWidth > root.clientWidth) say('scroll', `${root.scrollWidth} px wide`)
      const paper = colour(view.getComputedStyle(page.body).backgroundColor)
      lines.push(`fact paper-${width} ${paper.slice(0, 3).join(',')}`)
      let texts = 0, charts = 0
      for (const chart of page.querySelectorAll('svg')) {
        const edge = chart.getBoundingClientRect()
        if (edge.width === 0) continue
        charts += 1
        const boxes = [...chart.querySelectorAll('text')].map(text => {
          const box = text.getBoundingClientRect()
          const ink = colour(view.getComputedStyle(text).fill)
          if (contrast(ink, paper) < 4.5) say('contrast', text.textContent)
          return { box, words: text.textContent, tilted: !!text.closest('[transform]') }
        })
        texts += boxes.length
        boxes.forEach((a, i) => {
          if (a.box.left < edge.left - 1 || a.box.right > edge.right + 1 ||
              a.box.top < edge.top - 1 || a.box.bottom > edge.bottom + 1) say('outside', a.words)
          for (const b of boxes.slice(i + 1)) {
            if (a.tilted || b.tilted) continue
            const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
            const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
            if (across > 2 && down > 2) say('overlap', `${a.words} / ${b.words}`)
          }
        })
      }
      let words = 0
      for (const element of page.querySelectorAll('h1,h2,h3,p,li,a,th,td,caption,code,figcaption')) {
        if (element.getClientRects().length === 0) continue
        words += 1
        const ink = colour(view.getComputedStyle(element).color)
        if (contrast(ink, paper) < 4.5) say('contrast', element.textContent.slice(0, 60))
      }
      const levels = [...page.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))
      levels.forEach((level, i) => {
        if (i > 0 && level > levels[i - 1] + 1) say('heading', `h${level} after h${levels[i - 1]}`)
      })
      lines.push(`fact texts-${width} ${texts}`, `fact charts-${width} ${charts}`)
      lines.push(`fact words-${width} ${words}`)
    }
    window.addEventListener('load', () => {
      document.querySelectorAll('iframe').forEach(measure)
      document.getElementById('measured').textContent = lines.join('\\n')
    })
    """
}
