import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite("Where data are found")
struct DataLocationTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for folder in ["named", "environment", "stored", "prefix/share/primacy/datasets", "datasets"] {
      try scratch.file("\(folder)/nmc.csv", "")
    }
  }

  @Test func `comes first from the option, then the environment, and so on`() throws {
    var search = DataLocation.Search(
      named: path("named"), environment: path("environment"), stored: path("stored"),
      executable: path("prefix/bin/primacy"), workingFolder: path("work/below"))
    #expect(try found(search) == "named")
    search.named = nil
    #expect(try found(search) == "environment")
    search.environment = ""
    #expect(try found(search) == "stored")
    search.stored = path("nowhere")
    #expect(try found(search) == "prefix/share/primacy/datasets")
    search.executable = path("elsewhere/bin/primacy")
    #expect(try found(search) == "datasets")
  }

  @Test func `must exist where it is named`() {
    let search = DataLocation.Search(named: path("nowhere"), workingFolder: scratch.path)
    #expect(throws: DataError.absent(path: path("nowhere"))) { try DataLocation.find(search) }
  }

  @Test func `is reported missing with the places that were searched`() throws {
    let search = DataLocation.Search(workingFolder: "/nowhere/at/all")
    let error = try #require(throws: DataError.self) { try DataLocation.find(search) }
    #expect(error.description.contains("/nowhere/at/all/datasets"))
  }

  @Test func `is told from a tidy folder, a file, and a folder without tables`() throws {
    #expect(try DataLocation(path: path("named")) == .tables(folder: path("named")))
    #expect(try DataLocation(path: path("named/")) == .tables(folder: path("named")))
    #expect(try DataLocation(path: path("named/nmc.csv")) == .tidyFile(path("named/nmc.csv")))
    try scratch.file("tidy/own.csv", "")
    #expect(try DataLocation(path: path("tidy")) == .tidyFolder(path("tidy")))
    #expect(throws: DataError.withoutTables(path: path("prefix"))) {
      try DataLocation(path: path("prefix"))
    }
  }

  private func path(_ name: String) -> String { "\(scratch.path)/\(name)" }

  private func found(_ search: DataLocation.Search) throws -> String {
    String(try DataLocation.find(search).path.dropFirst(scratch.path.count + 1))
  }
}
