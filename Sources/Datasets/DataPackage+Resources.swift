extension DataPackage.Resource {
  /// The description of a source's table.
  static func source(_ source: Source, _ text: String) -> Self {
    .source(source, text, edition: source.edition, seriesEditions: source.seriesEditions)
  }

  /// The description of a source's table of another edition than the embedded one.
  static func source(
    _ source: Source, _ text: String, edition: String, seriesEditions: [String: String]
  ) -> Self {
    Self(
      name: source.name, path: source.table, title: source.title, bytes: text.utf8.count,
      hash: Digest(of: Array(text.utf8).span).name, edition: edition,
      seriesEditions: seriesEditions.isEmpty ? nil : seriesEditions,
      seriesUnits: Dictionary(uniqueKeysWithValues: source.series.map { ($0.name, $0.unit) }),
      citation: source.citation,
      licenses: [
        .init(name: source.licence.name, title: source.licence.title, path: source.licence.path)
      ],
      sources: [.init(title: source.publisher, path: source.homepage)],
      schema: .figures(of: source))
  }

  /// The description of the list of states.
  static func entities(_ text: String) -> Self {
    Self(
      name: "entities", path: EntityListing.file, title: "States, and what continues them",
      bytes: text.utf8.count, hash: Digest(of: Array(text.utf8).span).name, edition: "2026",
      citation: "Primacy, list of states.",
      licenses: [
        .init(
          name: "CC0-1.0", title: "Creative Commons Zero 1.0",
          path: "https://creativecommons.org/publicdomain/zero/1.0/")
      ],
      sources: [.init(title: "ISO 3166", path: "https://www.iso.org/iso-3166-country-codes.html")],
      schema: .entities)
  }

  /// The description of the table of published forecasts.
  static func ledger(_ text: String) -> Self {
    Self(
      name: "ledger", path: LedgerTable.file, title: "Published forecasts of overtaking",
      bytes: text.utf8.count, hash: Digest(of: Array(text.utf8).span).name, edition: "2026",
      citation: "Primacy, ledger of published forecasts.",
      licenses: [
        .init(
          name: "CC0-1.0", title: "Creative Commons Zero 1.0",
          path: "https://creativecommons.org/publicdomain/zero/1.0/")
      ],
      sources: [.init(title: "the column source of each row", path: LedgerTable.file)],
      schema: .ledger)
  }

  /// The description of the table of memberships.
  static func memberships(_ text: String) -> Self {
    Self(
      name: "memberships", path: MembershipTable.file,
      title: "Alliances and major powers, by years of membership",
      bytes: text.utf8.count, hash: Digest(of: Array(text.utf8).span).name, edition: "2026",
      citation: "Correlates of War Project (2017), State System Membership List, major powers, "
        + "version 2016; Leeds and others, Alliance Treaty Obligations and Provisions 5.0, for "
        + "US-ALLIES to 2018; the alliances from their own lists of members.",
      licenses: [
        .init(
          name: Source.nationalMaterialCapabilities.licence.name,
          title: Source.nationalMaterialCapabilities.licence.title,
          path: Source.nationalMaterialCapabilities.licence.path)
      ],
      sources: [
        .init(
          title: "Correlates of War",
          path: "https://correlatesofwar.org/data-sets/state-system-membership/"),
        .init(title: "NATO", path: "https://www.nato.int/cps/en/natohq/topics_52044.htm"),
        .init(title: "ATOP", path: "http://www.atopdata.org"),
      ],
      schema: .memberships)
  }
}

extension Source {
  /// The editions of the embedded series that differ from that of their table.
  var seriesEditions: [String: String] {
    let editions = series.compactMap { rule in rule.edition.map { (rule.name, $0) } }
    return Dictionary(uniqueKeysWithValues: editions)
  }
}

extension DataPackage.Schema {
  private static let letters = "[A-Z]{3}"

  static func figures(of source: Source) -> Self {
    Self(
      fields: [
        .init(
          name: "iso3", type: "string", description: "The state's code, as in entities.csv.",
          constraints: .init(required: true, pattern: letters)),
        .init(
          name: "year", type: "integer", description: "The calendar year.",
          constraints: .init(required: true, minimum: 1, maximum: 2200)),
        .init(
          name: "series", type: "string", description: "The publisher's name of the series.",
          constraints: .init(required: true, enum: source.series.map(\.name))),
        .init(
          name: "value", type: "number", description: "In the unit of the series.",
          constraints: .init(required: true)),
      ], primaryKey: ["iso3", "series", "year"])
  }

  static let memberships = Self(
    fields: [
      .init(
        name: "iso3", type: "string", description: "The state's code, as in entities.csv.",
        constraints: .init(required: true, pattern: letters)),
      .init(
        name: "group", type: "string", description: "The alliance or list.",
        constraints: .init(required: true)),
      .init(
        name: "first_year", type: "integer", description: "The first year of membership.",
        constraints: .init(required: true, minimum: 1, maximum: 2200)),
      .init(
        name: "last_year", type: "integer", description: "The last year; blank where it lasts.",
        constraints: .init(minimum: 1, maximum: 2200)),
    ], primaryKey: ["iso3", "group", "first_year"])

  static let entities = Self(
    fields: [
      .init(
        name: "code", type: "string", description: "ISO 3166 alpha-3, withdrawn, or X and two.",
        constraints: .init(required: true, unique: true, pattern: letters)),
      .init(
        name: "name", type: "string", description: "The common name.",
        constraints: .init(required: true)),
      .init(
        name: "continues_as", type: "string", description: "The code that carries the state on.",
        constraints: .init(pattern: letters)),
      .init(
        name: "first_year", type: "integer", description: "Blank where it does not matter.",
        constraints: .init(minimum: 1, maximum: 2200)),
      .init(
        name: "last_year", type: "integer", description: "Blank where the state exists.",
        constraints: .init(minimum: 1, maximum: 2200)),
      .init(name: "note", type: "string", description: "What to know.", constraints: .init()),
    ], primaryKey: ["code"])
}
