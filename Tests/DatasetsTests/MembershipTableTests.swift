import Foundation
import Panels
import TestSupport
import Testing

@testable import Datasets

@Suite("Table of memberships")
struct MembershipTableTests {
  let groups = Dictionary(
    uniqueKeysWithValues: MembershipTable.builtIn.groups.map { ($0.name, $0) })

  /// By law: the compiled table is the embedded one.
  @Test func `is compiled in as it is embedded`() throws {
    let path = "\(embeddedFolder)/memberships.csv"
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let embedded = try MembershipTable(Array(bytes).span, file: "memberships.csv")
    #expect(embedded.groups == MembershipTable.builtIn.groups)
  }

  /// By the treaty: twelve signed in 1949, and thirty-two belong since 2024.
  @Test func `knows who belonged when`() throws {
    let alliance = try #require(groups["NATO"])
    #expect(alliance.members(in: 1948).isEmpty)
    #expect(alliance.members(in: 1949).count == 12)
    #expect(alliance.members(in: 2003).count == 19)
    #expect(alliance.members(in: 2024).count == 32)
    #expect(try #require(groups["EU27"]).members(in: 2024).count == 27)
    #expect(try #require(groups["QUAD"]).members(in: 2012).isEmpty)
  }

  @Test func `keeps a list's last members after its end`() throws {
    let majors = try #require(groups[PowerGroup.majors])
    #expect(majors.members(in: 2017).isEmpty)
    #expect(majors.carriedMembers(in: 2025) == majors.members(in: 2016))
    #expect(majors.members(in: 1946) == ["FRA", "GBR", "SUN", "USA"])
  }

  /// By law: every member is a state of the list.
  @Test func `names known states only`() {
    let known = Set(EntityTable.builtIn.entities.map(\.power))
    for group in groups.values {
      #expect(group.spells.allSatisfy { known.contains($0.power) }, "\(group.name)")
    }
  }

  @Test(arguments: [
    ("USAX,NATO,1949,", "iso3"), ("USA,NATO,,", "first_year"), ("USA,NATO,1950,1940", "last_year"),
  ])
  func `refuses a line with a defect`(line: String, column: String) {
    let text = Array("iso3,group,first_year,last_year\n\(line)\n".utf8)
    let error = #expect(throws: TableError.self) {
      try MembershipTable(text.span, file: "x.csv")
    }
    #expect(error?.column == column)
  }
}
