import Archive
public import Datasets
import Forecasting
import Panels

/// The way from one folder of tables to a later one, split into old years and new ones.
public struct Revision: Sendable {
  public let old: DataFolder
  /// The years of the old folder with the figures of the new one.
  public let revised: DataFolder
  public let new: DataFolder
  /// What was revised, added or withdrawn in the old years.
  let changes: FolderChanges

  public init(from old: DataFolder, to new: DataFolder) {
    self.old = old
    self.new = new
    revised = DataFolder(
      tables: new.tables.map { table in
        let last = Self.lastYears(of: old, table.table)
        return SourceFigures(
          table: table.table,
          figures: table.figures.filter { $0.year <= last[$0.series] ?? .max })
      }, documents: new.documents)
    changes = FolderChanges(from: old, to: revised)
  }

  /// The last year of each series of a table; a series without one is new as a whole.
  private static func lastYears(of folder: DataFolder, _ table: String) -> [String: Int] {
    let figures = folder.tables.first { $0.table == table }?.figures ?? []
    return figures.reduce(into: [:]) { $0[$1.series] = max($0[$1.series] ?? .min, $1.year) }
  }

  /// Something whose figures were revised, and how many of them.
  struct Part: Hashable {
    let subject: MoveCause.Subject
    let table: String?
    let name: String
    let count: Int
  }

  /// The series that were revised, those with most figures first.
  var series: [Part] {
    changes.tables.flatMap { table in
      Self.counts(table.places.map(\.series)).map { name, count in
        let source = table.name.hasSuffix(".csv") ? String(table.name.dropLast(4)) : table.name
        return Part(
          subject: .series("\(source) \(name)"), table: table.name, name: name, count: count)
      }
    }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// The powers whose figures were revised, those with most figures first.
  var powers: [Part] {
    Self.counts(changes.tables.flatMap { $0.places.map(\.power.code) }).map { name, count in
      Part(subject: .power(name), table: nil, name: name, count: count)
    }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private static func counts(_ names: [String]) -> [String: Int] {
    names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The old folder with only one part revised; the tables that are not as they were.
  func tables(revising part: Part) -> [SourceFigures] {
    func belongs(_ figure: SourceFigures.Figure) -> Bool {
      part.table == nil ? figure.power.code == part.name : figure.series == part.name
    }
    return changes.tables.compactMap { change in
      guard part.table == nil || part.table == change.name else { return nil }
      let before = old.tables.first { $0.table == change.name }?.figures ?? []
      let after = revised.tables.first { $0.table == change.name }?.figures ?? []
      return SourceFigures(
        table: change.name,
        figures: before.filter { !belongs($0) } + after.filter(belongs))
    }
  }
}
