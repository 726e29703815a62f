/// The panels of all indicators, the states they cover, and the checksum that names them.
public struct DataSet: Sendable {
  /// Keyed by the indicator's name.
  public let panels: [String: Panel]
  public let entities: [Power: Entity]
  /// Alliances and lists of powers, keyed by name.
  public let groups: [String: PowerGroup]
  /// `sha256:` and the digest of the files that the panels came from.
  public let checksum: String

  public init(
    panels: [Panel], entities: [Entity], checksum: String, groups: [PowerGroup] = []
  ) {
    self.panels = Dictionary(uniqueKeysWithValues: panels.map { ($0.indicator.name, $0) })
    self.entities = Dictionary(uniqueKeysWithValues: entities.map { ($0.power, $0) })
    self.groups = Dictionary(uniqueKeysWithValues: groups.map { ($0.name, $0) })
    self.checksum = checksum
  }

  public subscript(indicator: Indicator) -> Panel? { panels[indicator.name] }

  /// The common name of a power, or its code.
  public func name(of power: Power) -> String { entities[power]?.name ?? power.code }
}

extension DataSet {
  /// What was known at an origin: the same panels without a later year.
  ///
  /// The checksum stays that of the files.
  public func known(by year: Int) -> DataSet {
    DataSet(
      panels: panels.values.compactMap { $0.known(by: year) }, entities: Array(entities.values),
      checksum: checksum, groups: Array(groups.values))
  }
}
