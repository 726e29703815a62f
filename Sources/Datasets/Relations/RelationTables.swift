public import Panels

/// The tables of relations in a folder like `datasets/`.
public struct RelationTables: Sendable {
  public let folder: String
  let entities: EntityTable

  /// - Throws: The first defect of the folder's list of states.
  public init(folder: String) throws(DataError) {
    self.folder = folder
    let contents = try FileContents(path: "\(folder)/\(EntityListing.file)")
    do throws(TableError) {
      entities = try EntityTable(contents.bytes.span, file: contents.path)
    } catch { throw .defect(error) }
  }

  /// Reads and checks all tables.
  ///
  /// - Throws: The first defect, with its place; `incomplete` where a table is missing.
  public func load() throws(DataError) -> Relations {
    for table in RelationTable.allCases where !Folder.isFile("\(folder)/\(table.file)") {
      throw .incomplete(path: folder, table: table.file)
    }
    let parts = concurrently([0, 1]) { half in
      Result { () throws(DataError) in
        half == 0
          ? Parts(agreements: try agreements(), capitals: try capitals())
          : Parts(
            alliances: try alliances(), contiguity: try contiguity(), disputes: try disputes(),
            idealPoints: try idealPoints())
      }
    }
    let (first, second) = (try parts[0].get(), try parts[1].get())
    return Relations(
      alliances: second.alliances, contiguity: second.contiguity, disputes: second.disputes,
      agreements: first.agreements, idealPoints: second.idealPoints, capitals: first.capitals)
  }

  /// Reads and checks one table, and counts its lines.
  func rows(of table: RelationTable) throws(DataError) -> Int {
    switch table {
    case .agreements: try agreements().events.values.reduce(0) { $0 + $1.count }
    case .disputes: try disputes().events.values.reduce(0) { $0 + $1.count }
    case .alliances:
      try alliances().values.flatMap(\.spells.values).reduce(0) { $0 + $1.count }
    case .contiguity: try contiguity().spells.values.reduce(0) { $0 + $1.count }
    case .idealPoints: try idealPoints().points.values.reduce(0) { $0 + $1.count }
    case .capitals: try seats().values.reduce(0) { $0 + $1.count }
    }
  }

  private struct Parts: Sendable {
    var alliances: [Relations.Obligation: PairSpells] = [:]
    var contiguity = PairSpells([:])
    var disputes = PairEvents([:])
    var agreements = PairEvents([:])
    var idealPoints = IdealPoints([:])
    var capitals = Capitals([:])
  }

  private func each(
    _ table: RelationTable, _ body: (RelationRow, Span<UInt8>) throws(TableError) -> Void
  ) throws(DataError) {
    let contents = try FileContents(path: "\(folder)/\(table.file)")
    do throws(TableError) {
      try RelationRow.each(
        in: contents.bytes.span, file: contents.path, columns: table.columns, entities: entities,
        body)
    } catch { throw .defect(error) }
  }

  func alliances() throws(DataError) -> [Relations.Obligation: PairSpells] {
    var spells: [Relations.Obligation: [PowerPair: [PairSpells.Spell]]] = [:]
    try each(.alliances) { row, bytes throws(TableError) in
      let name = row.text(2, bytes)
      guard let obligation = Relations.Obligation(rawValue: name) else {
        let names = Relations.Obligation.allCases.map(\.rawValue)
        throw row.error(
          .series, 2, bytes, "one of \(names.joined(separator: ", "))",
          nearest: NearestNames.names(to: name, among: names))
      }
      spells[obligation, default: [:]][try row.pair(bytes), default: []].append(
        PairSpells.Spell(years: try row.years(3, 4, bytes)))
    }
    return spells.mapValues { PairSpells($0) }
  }

  func contiguity() throws(DataError) -> PairSpells {
    var spells: [PowerPair: [PairSpells.Spell]] = [:]
    try each(.contiguity) { row, bytes throws(TableError) in
      spells[try row.pair(bytes), default: []].append(
        PairSpells.Spell(
          years: try row.years(3, 4, bytes), kind: try row.whole(2, 1...5, bytes)))
    }
    return PairSpells(spells)
  }

  func disputes() throws(DataError) -> PairEvents {
    var events: [PowerPair: [PairEvents.Event]] = [:]
    try each(.disputes) { row, bytes throws(TableError) in
      events[try row.pair(bytes), default: []].append(
        PairEvents.Event(year: try row.year(2, bytes), value: try row.whole(3, 1...5, bytes)))
    }
    return PairEvents(events)
  }

  func agreements() throws(DataError) -> PairEvents {
    var events: [PowerPair: [PairEvents.Event]] = [:]
    try each(.agreements) { row, bytes throws(TableError) in
      let (state, year) = (try row.power(0, bytes), try row.year(1, bytes))
      var counts: [Power: Int] = [:]
      for partner in try row.powers(2, after: state, bytes) { counts[partner, default: 0] += 1 }
      for (partner, count) in counts {
        events[PowerPair(state, partner), default: []].append(
          PairEvents.Event(year: year, value: count))
      }
    }
    return PairEvents(events)
  }

  func idealPoints() throws(DataError) -> IdealPoints {
    var points: [Power: [Int: IdealPoints.Point]] = [:]
    try each(.idealPoints) { row, bytes throws(TableError) in
      points[try row.power(0, bytes), default: [:]][try row.year(1, bytes)] = IdealPoints.Point(
        try row.number(2, -10...10, bytes), low: try row.number(3, -10...10, bytes),
        high: try row.number(4, -10...10, bytes))
    }
    return IdealPoints(points)
  }

  /// The seats, where a state without one has that of the state which continues it.
  func capitals() throws(DataError) -> Capitals {
    var seats = try seats()
    for entity in entities.entities where seats[entity.power] == nil {
      guard let next = entity.continuedAs, let carried = seats[next] else { continue }
      seats[entity.power] = carried
    }
    return Capitals(seats)
  }

  private func seats() throws(DataError) -> [Power: [Capitals.Seat]] {
    var seats: [Power: [Capitals.Seat]] = [:]
    try each(.capitals) { row, bytes throws(TableError) in
      seats[try row.power(0, bytes), default: []].append(
        Capitals.Seat(
          name: row.text(1, bytes), years: try row.years(2, 3, bytes),
          latitude: try row.number(4, -90...90, bytes),
          longitude: try row.number(5, -180...180, bytes)))
    }
    return seats
  }
}

extension DataLocation {
  /// The first place that has tables of relations.
  ///
  /// What `--data` or the environment names is taken as it is.
  public static func findRelations(_ search: Search) throws(DataError) -> DataLocation {
    let found = try find(search)
    if search.named != nil || search.environment?.isEmpty == false { return found }
    let folders = search.candidates
    let folder = folders.first { DataLocation.tables(folder: $0).hasRelations }
    return folder.map { .tables(folder: $0) } ?? found
  }

  /// Whether all tables of relations stand beside the figures.
  public var hasRelations: Bool {
    guard case .tables(let folder) = self else { return false }
    return RelationTable.allCases.allSatisfy { Folder.isFile("\(folder)/\($0.file)") }
  }

  /// Reads what is known of pairs of powers, where the place has it.
  ///
  /// - Throws: `withoutRelations` for figures of one's own; the first defect.
  public func relations() throws(DataError) -> Relations {
    guard case .tables(let folder) = self else { throw .withoutRelations(path: path) }
    return try RelationTables(folder: folder).load()
  }
}
