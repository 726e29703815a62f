import Datasets
import Panels

extension DataOptions {
  /// What is known of pairs of powers up to the year asked for.
  ///
  /// Stored updates may lack these tables; then those of the next place that has them are read.
  func relations() throws -> Relations {
    let relations = try DataLocation.findRelations(search).relations()
    guard let asOf else { return relations }
    return relations.known(by: asOf)
  }
}
