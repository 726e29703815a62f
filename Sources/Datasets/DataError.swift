/// A property of the data, not of the program, that stops their loading.
public enum DataError: Error, Equatable, Sendable {
  /// A table has a defect.
  case defect(TableError)
  /// There is nothing at the path.
  case absent(path: String)
  /// The file is there and cannot be read.
  case unreadable(path: String, reason: String)
  /// The folder holds no table of either form.
  case withoutTables(path: String)
  /// A folder of the publishers' tables lacks this one.
  case incomplete(path: String, table: String)
  /// No place that was searched holds a data set.
  case notFound(searched: [String])
  /// Figures of one's own say nothing of pairs of powers.
  case withoutRelations(path: String)
  /// The file could not be written.
  case unwritable(path: String, reason: String)
}

extension DataError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .defect(let error): error.description
    case .absent(let path): "There is no file or folder \(path)."
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
    case .withoutTables(let path):
      "\(path) holds no table: expected the tables of datasets/ or tidy CSV files "
        + "(iso3,year,series,value)."
    case .incomplete(let path, let table): "\(path) lacks the table \(table)."
    case .notFound(let searched):
      "No data set was found in \(searched.joined(separator: ", ")): name one with --data."
    case .withoutRelations(let path):
      "\(path) says nothing of alliances, borders, disputes and votes: expected a folder like "
        + "datasets/ with the tables of relations/."
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)."
    }
  }
}
