import Datasets
import Foundation
import Panels
import TestSupport
import Testing

@testable import Updates

/// Files that must not be believed, each by its own name.
@Suite("Defects of files")
struct DefectTests {
  @Test func `a column that was renamed is missing`() {
    refused(NMC(header: "stateabb,ccode,year,milexp,milper,irst,pec,tpop,upop,cinc"), .column)
  }

  @Test func `a column that stands twice is doubtful`() {
    refused(
      NMC(header: "stateabb,ccode,year,milex,milex,irst,pec,tpop,upop,cinc,milper"), .repeatedColumn
    )
  }

  @Test func `columns in another order are the same`() throws {
    let text = """
      cinc,upop,tpop,pec,irst,milper,milex,year,ccode,stateabb
      .5,1,2,3,4,5,6,1900,2,USA
      """
    let delivery = try CorrelatesOfWar().read([made("NMC-70-abridged.csv", text)])
    #expect(value(delivery, "USA", "milex", 1900) == 6)
    #expect(value(delivery, "USA", "cinc", 1900) == 0.5)
  }

  @Test func `minus nine is missing and nought is a figure`() throws {
    let text = """
      stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc
      USA,2,1900,-9,0,4,3,2,1,.5
      """
    let delivery = try CorrelatesOfWar().read([made("NMC-70-abridged.csv", text)])
    #expect(value(delivery, "USA", "milex", 1900) == nil)
    #expect(value(delivery, "USA", "milper", 1900) == 0)
  }

  @Test func `a page of HTML is no JSON`() {
    refused(WorldBank(), "x?format=json", "<!doctype html><html>Not found</html>", .kind)
  }

  @Test func `JSON that breaks off is none`() {
    refused(WorldBank(), "x", #"[{"page":1,"pages":1},[{"indicator":{"id":"#, .kind)
  }

  @Test func `JSON of another shape is not believed`() {
    refused(WorldBank(), "x", #"{"data":[1,2,3]}"#, .kind)
    refused(WorldBank(), "x", #"[{"page":1,"pages":1,"total":1},{"rows":[]}]"#, .kind)
    refused(WorldBank(), "x", "[[],[]]", .kind)
  }

  @Test func `an error of the API is one`() {
    refused(
      WorldBank(), "x", WorldBankAnswers().text(for: "/v2/country/all/indicator/NO"), .message)
  }

  @Test func `another year of prices is another series`() {
    var answers = WorldBankAnswers()
    answers.titles["NY.GDP.MKTP.PP.KD"] = "GDP, PPP (constant 2024 international $)"
    refused(
      WorldBank(), "x",
      answers.text(for: "/v2/country/all/indicator/NY.GDP.MKTP.PP.KD?per_page=20000"), .baseYear)
  }

  @Test func `another unit is another series`() {
    var answers = WorldBankAnswers()
    answers.titles["NY.GDP.MKTP.CD"] = "GDP (current LCU)"
    refused(
      WorldBank(), "x",
      answers.text(for: "/v2/country/all/indicator/NY.GDP.MKTP.CD?per_page=20000"), .unit)
  }

  @Test func `a page that is missing is noticed`() {
    let answers = WorldBankAnswers()
    refused(
      WorldBank(), "x",
      answers.text(for: "/v2/country/all/indicator/NY.GDP.MKTP.CD?per_page=50&page=1"), .pages)
  }

  @Test func `a workbook without its sheet names those it has`() throws {
    let document = try document("pwt1001.xlsx")
    #expect { try PeaceResearchInstitute().read([document]) } throws: { error in
      (error as? Finding)?.check == .sheet && "\(error)".contains("Legend")
    }
  }

  @Test func `a figure that is given twice must be the same`() {
    let text = """
      stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc
      USA,2,1900,1,1,1,1,1,1,.5
      USA,2,1900,2,1,1,1,1,1,.5
      """
    refused(CorrelatesOfWar(), "NMC.csv", text, .duplicate)
  }

  @Test func `a text among figures is no number`() {
    let text = """
      stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc
      USA,2,1900,1e9x,1,1,1,1,1,.5
      """
    refused(CorrelatesOfWar(), "NMC.csv", text, .number)
  }

  @Test func `an empty table has no figures`() {
    refused(NMC(header: "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc"), .empty)
  }

  private struct NMC { let header: String }

  private func refused(_ table: NMC, _ check: Finding.Check) {
    refused(CorrelatesOfWar(), "NMC-70-abridged.csv", table.header + "\n", check)
  }

  private func refused(
    _ publisher: some Publisher, _ name: String, _ text: String, _ check: Finding.Check
  ) {
    #expect {
      try publisher.read([made(name, text)])
    } throws: { error in
      (error as? Finding)?.check == check && (error as? Finding)?.consequence == .refused
    }
  }
}

func made(_ name: String, _ text: String) -> Document {
  Document(address: name, bytes: Array(text.utf8), time: .distantPast)
}
