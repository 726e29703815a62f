import Datasets
import Foundation
import Panels
import TestSupport
import Testing

@testable import Updates

/// The workbook is made by `Files/make.py` in SIPRI's layout: a preamble, headings of regions,
/// notes, texts shared and rich, both kinds of missing.
@Suite("SIPRI's workbook")
struct SIPRIWorkbookTests {
  let delivery: Delivery

  init() throws {
    let document = try document("SIPRI-Milex-data-1949-2025.xlsx")
    #expect(Publishers.of(document)?.source.name == "sipri")
    delivery = try PeaceResearchInstitute().read([document])
  }

  @Test func `shares are the World Bank's copies of them`() throws {
    let bank = try #require(try TableFolder(path: embeddedFolder).table(of: .worldBank))
    let copies = bank.figures.filter {
      $0.series == "MS.MIL.XPND.GD.ZS"
        && ["CHN", "USA", "GBR", "CIV", "COD", "KOR"].contains($0.power.code)
        && !($0.power == "USA" && $0.year < 1960)
    }
    #expect(copies.count > 250)
    for copy in copies {
      let share = try #require(
        value(delivery, copy.power.code, "share-of-gdp", copy.year), "\(copy)")
      #expect(abs(share - copy.value / 100) < 1e-15)
    }
  }

  @Test func `the two kinds of missing stay apart`() {
    func reason(_ code: String, _ series: String, _ year: Int) -> Delivery.Gap.Reason? {
      delivery.gaps.first {
        $0.power.code == code && $0.year == year && $0.series == series
      }?.reason
    }
    #expect(reason("CHN", "share-of-gdp", 1970) == .unavailable)
    #expect(reason("CHN", "current-usd", 1970) == .unavailable)
    #expect(reason("SUN", "share-of-gdp", 1995) == .withoutState)
    #expect(reason("RUS", "share-of-gdp", 1985) == .withoutState)
    #expect(reason("XYN", "share-of-gdp", 1991) == .withoutState)
    #expect(reason("USA", "share-of-gdp", 2000) == nil)
    #expect(delivery.figures.allSatisfy { $0.value != 0 })
  }

  @Test func `states that are gone have their own codes, regions none`() {
    #expect(value(delivery, "SUN", "share-of-gdp", 1990) == 0.125)
    #expect(delivery.findings.isEmpty)
    #expect(delivery.edition == "2026")
    #expect(delivery.series == ["constant-usd", "current-usd", "share-of-gdp"])
  }

  /// Names of countries in SIPRI's workbooks of 2016 to 2026, by hand.
  @Test(arguments: [
    ("USSR", "SUN"), ("Congo, Republic", "COG"), ("Gambia, The", "GMB"), ("Viet Nam", "VNM"),
    ("Kyrgyz Republic", "KGZ"), ("Timor Leste", "TLS"), ("Bosnia and Herzegovina", "BIH"),
    ("North Macedonia", "MKD"), ("Türkiye", "TUR"), ("Czechia", "CZE"), ("UAE", "ARE"),
    ("Cote d'Ivoire", "CIV"), ("Korea, North", "PRK"), ("Brunei", "BRN"), ("Yugoslavia", "YUG"),
    ("German Democratic Republic", "DDR"), ("Trinidad & Tobago", "TTO"), ("Eswatini", "SWZ"),
    ("Czechoslovakia", "CSK"), ("Yemen", "YEM"), ("Taiwan", "TWN"), ("Kosovo", "XKX"),
    ("Guinea-Bissau", "GNB"), ("Equatorial Guinea", "GNQ"), ("Cape Verde", "CPV"),
    ("Myanmar", "MMR"), ("Laos", "LAO"), ("Central African Republic", "CAF"),
    ("Dominican Republic", "DOM"), ("South Sudan", "SSD"), ("Papua New Guinea", "PNG"),
    ("Sri Lanka", "LKA"), ("New Zealand", "NZL"), ("Saudi Arabia", "SAU"), ("Iran", "IRN"),
  ])
  func `a name is that of a state`(name: String, code: String) {
    #expect(SIPRICountries()[name] == code)
  }
}
