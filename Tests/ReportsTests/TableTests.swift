import Foundation
import Reports
import Testing

@Suite("Printed table")
struct TableTests {
  let table = Table(
    "test it", columns: ["name", "year", "value"],
    rows: [
      [.text("a|b"), .year(1990), .number(1234.5)],
      [.text("say \"x, y\""), .year(2000), .missing],
      [.text("é"), .year(2010), .number(-0.25)],
    ])

  @Test func `lines up its columns, numbers to the right`() {
    #expect(
      table.rendered(as: .table) == """
        name        year     value
        a|b         1990  1,234.5
        say "x, y"  2000
        é           2010     -0.25

        """)
  }

  @Test func `is comma-separated with quotation marks where they are needed`() {
    #expect(
      table.rendered(as: .csv) == """
        name,year,value
        a|b,1990,1234.5
        "say ""x, y""\",2000,
        é,2010,-0.25

        """)
  }

  @Test func `is Markdown`() {
    #expect(
      table.rendered(as: .markdown) == """
        | name | year | value |
        | --- | ---: | ---: |
        | a\\|b | 1990 | 1,234.5 |
        | say "x, y" | 2000 |  |
        | é | 2010 | -0.25 |

        """)
  }

  /// By another program: Foundation's reader.
  @Test func `is JSON`() throws {
    let object = try JSONSerialization.jsonObject(
      with: Foundation.Data(table.rendered(as: .json).utf8))
    let root = try #require(object as? [String: Any])
    #expect(root["schema"] as? Int == 1)
    #expect(root["command"] as? String == "test it")
    let rows = try #require(root["rows"] as? [[String: Any]])
    #expect(rows.count == 3)
    #expect(rows[1]["name"] as? String == "say \"x, y\"")
    #expect(rows[1]["value"] is NSNull)
    #expect(rows[2]["value"] as? Double == -0.25)
  }

  @Test(arguments: [Table("x", columns: ["a"])])
  func `may be empty`(empty: Table) throws {
    #expect(empty.rendered(as: .table) == "a\n")
    #expect(empty.rendered(as: .csv) == "a\n")
    #expect(empty.rendered(as: .json).contains("\"rows\": []"))
  }
}
