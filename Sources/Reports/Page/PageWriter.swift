import Mustache

/// Fills templates with values, in one form.
struct PageWriter {
  let form: PageForm
  private let library: MustacheLibrary

  /// - Throws: `template` where one of ours cannot be read.
  init(_ form: PageForm) throws(ReportError) {
    self.form = form
    let templates = form.templates
    library = MustacheLibrary(templates: [
      "table": try Self.template(templates.table, "table"),
      "figure": try Self.template(templates.figure, "figure"),
      "page": try Self.template(templates.page, "page"),
    ])
  }

  /// Fills a section's template: its first line is the heading, the rest the words.
  ///
  /// A section that is left out keeps its heading, and says why in the place of its words.
  ///
  /// - Throws: `template` where it cannot be read.
  func write(
    _ section: ReportSection, _ values: [String: Any], isLeftOut: Bool
  ) throws(ReportError) -> (heading: String, words: String) {
    let text = form.typeset(String(decoding: section.template, as: UTF8.self))
    let values = values.mapValues(typeset)
    let end = text.firstIndex(where: \.isNewline) ?? text.endIndex
    func fill(_ text: Substring) throws(ReportError) -> String {
      let template = try Self.template(Array(text.utf8), section.name)
      return template.render(values.merging(form.tags) { value, _ in value }, library: library)
    }
    let body = isLeftOut ? Self.leftOut[...] : text[end...].drop(while: \.isNewline)
    return (try fill(text[..<end]), try fill(body))
  }

  private static let leftOut = "{{#p}}{{reason}}{{/p}}"

  /// Words, or a list of them, as the form has them; pictures and tables as they are.
  private func typeset(_ value: Any) -> Any {
    switch value {
    case let words as String: form.typeset(words)
    case let list as [String]: list.map(form.typeset)
    default: value
    }
  }

  /// Fills the page around the sections.
  func page(_ values: [String: Any]) -> String {
    library.render(values, withTemplate: "page") ?? ""
  }

  private static func template(
    _ bytes: [UInt8], _ name: String
  ) throws(ReportError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .template(name, "\(error)")
    }
  }
}

/// What stops a report that is no fault of the figures.
public enum ReportError: Error, Equatable, Sendable {
  /// One of our templates cannot be read.
  case template(String, String)
}
