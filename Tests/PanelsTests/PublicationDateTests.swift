import Panels
import Testing

@Suite("Publication date")
struct PublicationDateTests {
  @Test(arguments: ["1958", "1958-11", "2023-09"])
  func `is written as it is read`(text: String) {
    #expect(PublicationDate(text)?.description == text)
  }

  @Test(arguments: ["", "58", "1958-0", "1958-00", "1958-13", "1958-1", "-1958", "1958-11-24", "x"])
  func `is a year, or a year and a month`(text: String) {
    #expect(PublicationDate(text) == nil)
  }
}
