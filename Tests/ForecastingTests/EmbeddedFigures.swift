import Datasets
import Panels
import TestSupport

/// The embedded figures, read once for all suites.
enum EmbeddedFigures {
  private static let loaded = Result { try DataSet.load(from: .tables(folder: embeddedFolder)) }

  static func data() throws -> DataSet { try loaded.get() }
}
