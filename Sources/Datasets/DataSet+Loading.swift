public import Panels

extension DataSet {
  /// Reads, checks and joins the figures at a place.
  ///
  /// - Throws: The first defect, with its file, line and column.
  public static func load(from location: DataLocation) throws(DataError) -> DataSet {
    switch location {
    case .tables(let folder): try EmbeddedDataSet(folder: folder).load()
    case .tidyFolder(let folder): try TidyDataSet(folder: folder).load()
    case .tidyFile(let file): try TidyDataSet(file: file).load()
    }
  }
}
