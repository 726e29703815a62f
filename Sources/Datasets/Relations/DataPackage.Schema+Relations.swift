extension DataPackage.Resource {
  /// The description of a table of relations.
  static func relation(_ table: RelationTable, _ text: String) -> Self {
    let source = table.source
    return Self(
      name: source.name, path: table.file, title: source.title, bytes: text.utf8.count,
      hash: Digest(of: Array(text.utf8).span).name, edition: source.edition,
      citation: source.citation,
      licenses: [
        .init(name: source.licence.name, title: source.licence.title, path: source.licence.path)
      ],
      sources: [.init(title: source.publisher, path: source.homepage)],
      schema: .init(fields: table.columns.map(table.field), primaryKey: table.key))
  }
}

extension RelationTable {
  /// The description of a column.
  func field(_ column: String) -> DataPackage.Field {
    func whole(_ words: String, _ bounds: ClosedRange<Int>) -> DataPackage.Field {
      .init(
        name: column, type: "integer", description: words,
        constraints: .init(
          required: true, minimum: bounds.lowerBound, maximum: bounds.upperBound))
    }
    func text(_ words: String, _ constraints: DataPackage.Constraints) -> DataPackage.Field {
      .init(name: column, type: "string", description: words, constraints: constraints)
    }
    func number(_ words: String) -> DataPackage.Field {
      .init(
        name: column, type: "number", description: words, constraints: .init(required: true))
    }
    let code = DataPackage.Constraints(required: true, pattern: "[A-Z]{3}")
    switch column {
    case "iso3", "iso3_a": return text("A code, as in entities.csv.", code)
    case "iso3_b": return text("A code after the first, as in entities.csv.", code)
    case "year": return whole("The calendar year.", 1...2200)
    case "first_year": return whole("The first year.", 1...2200)
    case "last_year": return whole("The last year.", 1...2200)
    case "obligation":
      return text(
        "What the treaty obliges to, in either direction.",
        .init(required: true, enum: ["defense", "offense", "neutral", "nonagg"]))
    case "kind": return whole("1 a land border; 2 to 5 water up to 12, 24, 150, 400 miles.", 1...5)
    case "hostility": return whole("The highest level of hostility, 5 is war.", 1...5)
    case "partners":
      return text(
        "Codes after the first, one for each agreement that both signed or acceded to.",
        .init(required: true, pattern: "[A-Z]{3}( [A-Z]{3})*"))
    case "capital": return text("The city.", .init(required: true))
    case "latitude": return number("Degrees north.")
    case "longitude": return number("Degrees east.")
    case "point": return number("The position on the first dimension of votes.")
    case "low": return number("The 5 % quantile of its posterior.")
    default: return number("The 95 % quantile of its posterior.")
    }
  }
}
