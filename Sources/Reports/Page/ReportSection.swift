/// A part of the report: a template with its words, and the values that stand in them.
///
/// A section is one file in `Sections`, one template in `Templates`, and one line in `all`. The
/// first line of the template is the heading. Tags for words are those of `PageForm`; a chart is
/// `{{#ratioFans}}{{>figure}}{{/ratioFans}}`, by the name of its case in ``ProjectChart``; a table
/// is `{{#measures}}{{<table}}{{$caption}}Words{{/caption}}{{/table}}{{/measures}}`, by its key.
struct ReportSection: Sendable {
  /// The anchor on the page.
  let name: String
  let template: [UInt8]
  /// Nothing where the findings hold none of what it tells.
  let content: @Sendable (Findings) -> SectionContent?

  /// All sections, in the order in which they are read.
  static let all: [ReportSection] = [
    .summary, .measures, .crossings, .drivers, .world, .polarity, .coalitions, .burden, .internal,
    .threat, .alignment, .armsRace, .soft, .record, .published, .history, .method, .sources,
    .citing,
  ]
}

/// The values in a section's words, and its tables by their keys; or why it is left out.
struct SectionContent: Sendable {
  let words: [String: any Sendable]
  let tables: KeyValuePairs<String, Table>
  /// A sentence that stands in the place of all words; nothing where they are told.
  let reason: String?

  init(_ words: [String: any Sendable] = [:], tables: KeyValuePairs<String, Table> = [:]) {
    self.words = words
    self.tables = tables
    reason = nil
  }

  /// - Parameter reason: Why the section does not apply to the contest, a sentence.
  init(leftOut reason: String) {
    words = ["reason": reason]
    tables = [:]
    self.reason = reason
  }
}
