import Datasets
import Panels

extension DataOptions {
  /// What is known of pairs of powers up to the year asked for.
  ///
  /// Vintages and updates that were stored by an earlier version lack these tables; then those of
  /// the next place that has them are read.
  func relations() throws -> Relations {
    let place = try location()
    let found = place.hasRelations ? place : try DataLocation.findRelations(search)
    let relations = try found.relations()
    guard let asOf else { return relations }
    return relations.known(by: asOf)
  }
}
