extension DataSet {
  /// Finds states by code or common name.
  public var directory: PowerDirectory { PowerDirectory(entities.values) }

  /// The power that a text names, by its code or a common name.
  ///
  /// - Throws: The nearest names, as `USA (United States)`.
  public func power(named text: String) throws(UnknownName) -> Power {
    let directory = directory
    if let entity = directory[text] { return entity.power }
    throw UnknownName(
      .power, text, nearest: directory.nearest(to: text).map { "\($0.power) (\($0.name))" })
  }

  /// The power that a text names, where an alliance might have stood as well.
  ///
  /// - Throws: The nearest names, of alliances first.
  public func powerBesideAlliances(named text: String) throws(UnknownName) -> Power {
    do throws(UnknownName) {
      return try power(named: text)
    } catch {
      let alliances = NearestNames.names(to: text, among: groups.keys.sorted())
      throw UnknownName(.power, text, nearest: Array((alliances + error.nearest).prefix(3)))
    }
  }

  /// The alliance or list of powers that a text names, in capitals or not.
  ///
  /// - Throws: The nearest names.
  public func group(named text: String) throws(UnknownName) -> PowerGroup {
    if let group = groups[text.uppercased()] { return group }
    throw UnknownName(
      .alliance, text, nearest: NearestNames.names(to: text, among: groups.keys.sorted()))
  }

  /// The panel of an indicator, by its name.
  ///
  /// - Throws: The nearest names.
  public func panel(named name: String) throws(UnknownName) -> Panel {
    if let panel = panels[name.lowercased()] { return panel }
    throw UnknownName(
      .indicator, name, nearest: NearestNames.names(to: name, among: panels.keys))
  }

  /// The panels in the order in which they are listed: the catalogue's, then by name.
  public var listing: [Panel] {
    let known = Indicator.catalogue.compactMap { panels[$0.name] }
    let names = Set(known.map(\.indicator.name))
    return known
      + panels.values.filter { !names.contains($0.indicator.name) }
      .sorted { $0.indicator.name < $1.indicator.name }
  }
}
