import Panels

extension DataPackage.Schema {
  /// The columns of the table of published forecasts.
  static let ledger = Self(
    fields: [
      text("id", "A short name.", .init(required: true, unique: true, pattern: "[a-z0-9._-]+")),
      text("publisher", "Who made the forecast.", .init(required: true)),
      text(
        "published", "The year, or the year and month.",
        .init(required: true, pattern: "[0-9]{4}(-(0[1-9]|1[0-2]))?")),
      text("challenger", "A code, as in entities.csv.", code),
      text("incumbent", "A code, as in entities.csv.", code),
      text(
        "measure", "A measure, an indicator, or a quantity that is not computed.",
        .init(required: true, pattern: "[a-z0-9._-]+")),
      year("predicted_low", "The first year predicted; blank where only a last one is."),
      year("predicted_high", "The last year predicted; blank where none is."),
      text("predicted_note", "The prediction in words.", .init()),
      text(
        "never_by", "The year by which it is not to happen, or ever.",
        .init(pattern: "[0-9]{1,4}|\(LedgerRow.ever)")),
      text("source", "Where it stands, or was reported.", .init(required: true)),
      .init(
        name: "verified", type: "boolean", description: "Whether a public source was read.",
        constraints: .init(required: true)),
      text(
        "resolution_rule", "The event: the first year level or ahead, or the first of five.",
        .init(required: true, enum: LedgerEntry.Event.allCases.map(\.rawValue))),
    ], primaryKey: ["id"])

  private static let code = DataPackage.Constraints(required: true, pattern: "[A-Z]{3}")

  private static func text(
    _ name: String, _ description: String, _ constraints: DataPackage.Constraints
  ) -> DataPackage.Field {
    .init(name: name, type: "string", description: description, constraints: constraints)
  }

  private static func year(_ name: String, _ description: String) -> DataPackage.Field {
    .init(
      name: name, type: "integer", description: description,
      constraints: .init(minimum: 1, maximum: 2200))
  }
}
