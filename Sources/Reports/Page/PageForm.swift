import Mustache

/// A form in which a report is written: what paragraphs, tables and pictures look like in it.
enum PageForm: String, CaseIterable, Sendable {
  case html
  case markdown

  /// The name of the file.
  var file: String {
    switch self {
    case .html: "report.html"
    case .markdown: "report.md"
    }
  }

  /// The template around all sections, those of a table and of a picture.
  var templates: (page: [UInt8], table: [UInt8], figure: [UInt8]) {
    switch self {
    case .html:
      (
        PackageResources.page_html_mustache, PackageResources.table_html_mustache,
        PackageResources.figure_html_mustache
      )
    case .markdown:
      (
        PackageResources.page_md_mustache, PackageResources.table_md_mustache,
        PackageResources.figure_md_mustache
      )
    }
  }

  /// The tags that templates put around words: `p`, `item`, `formula`, `code`,
  /// `strong` and `link`.
  var tags: [String: MustacheLambda] {
    switch self {
    case .html:
      [
        "p": MustacheLambda { "<p>\($0)</p>\n" },
        "list": MustacheLambda { "<ul>\n\($0)</ul>\n" },
        "item": MustacheLambda { "<li>\($0)</li>\n" },
        "formula": MustacheLambda { "<pre tabindex=\"0\">\($0.trimmed)</pre>\n" },
        "code": MustacheLambda { "<code>\($0)</code>" },
        "heading": MustacheLambda { "<h3>\($0)</h3>\n" },
        "strong": MustacheLambda { "<strong>\($0)</strong>" },
        "link": MustacheLambda { words in
          let (address, text) = words.cut(at: "|")
          return "<a href=\"\(address)\">\(text)</a>"
        },
      ]
    case .markdown:
      [
        "p": MustacheLambda { "\($0.oneLine)\n\n" },
        "list": MustacheLambda { "\($0)\n" },
        "item": MustacheLambda { "- \($0.oneLine)\n" },
        "formula": MustacheLambda { "```text\n\($0.trimmed)\n```\n\n" },
        "code": MustacheLambda { "`\($0)`" },
        "heading": MustacheLambda { "### \($0)\n\n" },
        "strong": MustacheLambda { "**\($0)**" },
        "link": MustacheLambda { words in
          let (address, text) = words.cut(at: "|")
          return "[\(text)](\(address))"
        },
      ]
    }
  }
}

extension PageForm {
  /// Words in which a number and its sign stay on one line, where lines are broken by the reader.
  func typeset(_ words: String) -> String {
    guard self == .html, words.utf8.contains(UInt8(ascii: "%")) else { return words }
    return words.replacing(" %", with: "\u{A0}%")
  }
}

extension String {
  /// The lines of a template joined, for a paragraph of Markdown is one line.
  fileprivate var oneLine: String {
    split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  /// Without line ends at both ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
  }

  fileprivate func cut(at mark: Character) -> (before: Substring, after: Substring) {
    let place = firstIndex(of: mark) ?? startIndex
    return (self[..<place], self[place...].dropFirst())
  }
}
