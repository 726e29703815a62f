public import Datasets

/// The publishers that can be asked, and the forms of files that can be read.
public enum Publishers {
  /// One a source, in the order of the sources.
  public static let all: [any Publisher] = [
    MaddisonProject(), CorrelatesOfWar(), PennWorldTable(), PopulationDivision(), WorldBank(),
    MonetaryFund(), PeaceResearchInstitute(),
  ]

  /// The publisher of a source; hyphens in its name do not count.
  public static func named(_ name: String) -> (any Publisher)? {
    all.first { key($0.source.name) == key(name) }
  }

  /// The publisher whose form a file has; a source's tidy form is one.
  public static func of(_ document: Document) -> (any Publisher)? {
    let tidy: [any Publisher] = Source.known.map(TidyForm.init)
    return (all + tidy).first { $0.recognises(document) }
  }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}

extension Publishers {
  /// Those whose tables are in use: the embedded sources, and optional ones that were taken over.
  ///
  public static func inUse(over base: TableFolder) -> [any Publisher] {
    let optional = Set(Source.optional.map(\.name))
    return all.filter { publisher in
      !optional.contains(publisher.source.name) || base.has(publisher.source)
    }
  }
}
