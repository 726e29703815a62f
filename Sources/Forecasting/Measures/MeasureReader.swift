import Panels

/// Turns the entries of a file into measures, those that others need first.
struct MeasureReader {
  let entries: [MeasureEntry]
  let catalogue: [Measure]
  let indicators: [Indicator]

  /// The measure of an entry.
  ///
  /// - Parameters:
  ///   - entry: One of the entries.
  ///   - users: The measures whose formulas led here, the first one first.
  /// - Returns: The measure, its formula made of indicators.
  /// - Throws: What is wrong with it, and the line.
  func measure(
    of entry: MeasureEntry, after users: [String]
  ) throws(MeasureFileError) -> Measure {
    let formula: Formula
    switch entry.recipe {
    case .formula(let text):
      do throws(FormulaError) {
        formula = try FormulaParser.formula(text.text) { name throws(FormulaProblem) in
          try self.formula(named: name, of: entry, after: users)
        }
      } catch { throw MeasureFileError(line: text.line, problem: .formula(error)) }
    case .weights(let weights):
      formula = try weighted(weights, of: entry, after: users)
    }
    return Measure(
      name: entry.name.text, title: entry.title ?? entry.name.text,
      unit: entry.unit ?? formula.dimension?.description ?? "", formula: formula,
      source: entry.source ?? "")
  }

  private func weighted(
    _ weights: [(name: MeasureEntry.Field, weight: Double)], of entry: MeasureEntry,
    after users: [String]
  ) throws(MeasureFileError) -> Formula {
    let sum = weights.reduce(0) { $0 + $1.weight }
    var parts: [(Double, Formula)] = []
    for (name, weight) in weights {
      do throws(FormulaProblem) {
        parts.append((weight / sum, .share(try formula(named: name.text, of: entry, after: users))))
      } catch { throw MeasureFileError(line: name.line, problem: .weight(error)) }
    }
    return .weighted(parts.map { (weight: $0.0, formula: $0.1) })
  }

  /// What a name in an entry's formula stands for.
  private func formula(
    named text: String, of entry: MeasureEntry, after users: [String]
  ) throws(FormulaProblem) -> Formula {
    let name = text.lowercased()
    let path = users + [entry.name.text]
    if let first = path.firstIndex(of: name) { throw .cycle(path[first...] + [name]) }
    if let other = entries.first(where: { $0.name.text == name }) {
      do throws(MeasureFileError) {
        return try measure(of: other, after: path).formula
      } catch {
        guard case .formula(let inner) = error.problem else { throw .broken(name) }
        if case .cycle = inner.problem { throw inner.problem }
        throw .broken(name)
      }
    }
    if let measure = catalogue.first(where: { $0.name == name }) { return measure.formula }
    if let indicator = indicators.first(where: { $0.name == name }) {
      return .indicator(indicator)
    }
    let known = entries.map(\.name.text) + catalogue.map(\.name) + indicators.map(\.name)
    throw .unknownName(
      text, nearest: NearestNames.names(to: name, among: Set(known).sorted()))
  }
}
