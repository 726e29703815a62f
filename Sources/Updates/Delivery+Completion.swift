import Datasets

extension Delivery {
  /// The delivery with the years around it that its publisher has in other files.
  ///
  /// - Parameter table: The table in use; nothing where the source is new.
  /// - Returns: The same where it is whole, or where the table is of another edition.
  func completed(from table: SourceTable?) -> Delivery {
    guard isPart, let table else { return self }
    let spans = figures.reduce(into: [String: ClosedRange<Int>]()) { spans, figure in
      let span = spans[figure.series] ?? figure.year...figure.year
      spans[figure.series] =
        min(span.lowerBound, figure.year)...max(span.upperBound, figure.year)
    }
    let others = table.figures.filter { figure in
      guard let span = spans[figure.series], table.edition(of: figure.series) == edition else {
        return false
      }
      return !span.contains(figure.year)
    }
    return Delivery(
      source: source, edition: edition, figures: figures + others, gaps: gaps, findings: findings,
      receipts: receipts)
  }
}
