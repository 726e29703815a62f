import Datasets
import Foundation
import Panels
import TestSupport
import Testing

@Suite("Embedded data set")
struct EmbeddedDataSetTests {
  static let data = Result { try DataSet.load(from: .tables(folder: embeddedFolder)) }
  let data: DataSet

  init() throws { data = try Self.data.get() }

  @Test func `holds every indicator of the catalogue`() {
    #expect(Set(data.panels.keys) == Set(Indicator.catalogue.map(\.name)))
  }

  /// By another program: Reference/panels.py reads the same tables and prints 4588 figures.
  ///
  /// Its sums of logarithms are exact, ours are not: 1e-13 is some hundred ulps.
  @Test func `agrees with an assembly in Python, figure by figure`() throws {
    let reference = embeddedFolder + "/../Tests/DatasetsTests/Reference/panels.csv"
    let lines = try String(contentsOfFile: reference, encoding: .utf8).split(separator: "\n")
    var expected: [String: (Double, String)] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ",")
      let value = try #require(Double(parts[3]))
      expected["\(parts[0]) \(parts[1]) \(parts[2])"] = (value, String(parts[4]))
    }
    let powers = Set(lines.dropFirst().map { Power(String($0.split(separator: ",")[1])) })
    let years = Set(lines.dropFirst().compactMap { Int($0.split(separator: ",")[2]) })
    for panel in data.listing {
      for power in powers {
        for year in years {
          let key = "\(panel.indicator) \(power) \(year)"
          let value = panel[power, year]
          let wanted = expected.removeValue(forKey: key)
          #expect((value == nil) == (wanted == nil), "\(key)")
          guard let value, let wanted else { continue }
          #expect(abs(value - wanted.0) <= 1e-13 * abs(wanted.0), "\(key)")
          #expect(panel.provenance(of: power, in: year)?.status.rawValue == wanted.1, "\(key)")
        }
      }
    }
    #expect(expected.isEmpty)
  }

  /// By hand: 19,498 over 30,770 billion current dollars, as the World Bank gives them.
  @Test func `reproduces the ratio of products at market rates`() throws {
    let china = try product("CHN", 2025, .priceLevel)
    let ratio = try china / product("USA", 2025, .priceLevel)
    #expect(abs(ratio - 0.6337) < 0.0001)
  }

  /// By the publisher's table: the products at purchasing-power parity cross in 2016.
  @Test func `puts China above the United States from 2016 at purchasing-power parity`() throws {
    let ahead = try (1990...2025).filter { try product("CHN", $0) > product("USA", $0) }
    #expect(ahead == Array(2016...2025))
  }

  /// By the definition of the index: the mean of a state's shares of the world.
  ///
  /// The index is published with eight digits.
  @Test(arguments: [1950, 1985, 2010, 2022])
  func `gives components from which the index of capability follows`(year: Int) throws {
    let components: [Indicator] = [
      .militarySpendingCOW, .militaryPersonnel, .ironSteel, .primaryEnergy,
      .totalPopulationCOW, .urbanPopulation,
    ]
    let panels = try components.map { try #require(data[$0]) }
    let totals = panels.map { panel in
      panel.powers.compactMap { panel[$0, year] }.reduce(0, +)
    }
    let index = try #require(data[.capabilityCOW])
    for power in index.powers {
      guard let published = index[power, year] else { continue }
      let shares = zip(panels, totals).compactMap { panel, total in
        panel[power, year].map { $0 / total }
      }
      let mean = shares.reduce(0, +) / Double(shares.count)
      #expect(abs(mean - published) < 1e-7, "\(power)")
    }
  }

  /// By law: people times output per head is the published product, and prices its dollars.
  ///
  /// One division and one multiplication are off by an ulp at most; prices take three more.
  @Test func `gives back the products that were published`() throws {
    let table = try published()
    let (people, heads) = try (#require(data[.population]), #require(data[.outputPerHead]))
    let prices = try #require(data[.priceLevel])
    var count = 0
    for power in heads.powers {
      for year in 1990...2024 {
        guard let product = table["\(power) \(year) NY.GDP.MKTP.PP.KD"],
          let persons = people[power, year], let head = heads[power, year]
        else { continue }
        #expect(abs(persons * head - product) <= 2 * product.ulp, "\(power) \(year)")
        count += 1
        guard let dollars = table["\(power) \(year) NY.GDP.MKTP.CD"],
          let unit = table["USA \(year) NY.GDP.MKTP.CD"],
          let american = table["USA \(year) NY.GDP.MKTP.PP.KD"], let price = prices[power, year]
        else { continue }
        #expect(abs(product * price / american * unit / dollars - 1) < 1e-14, "\(power) \(year)")
      }
    }
    #expect(count > 6000)
  }

  private func published() throws -> [String: Double] {
    let text = try String(contentsOfFile: embeddedFolder + "/world-bank.csv", encoding: .utf8)
    var table: [String: Double] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ",")
      table["\(parts[0]) \(parts[1]) \(parts[2])"] = Double(parts[3])
    }
    return table
  }

  /// By law: the price level of the United States is that of the United States.
  @Test func `measures prices by those of the United States`() throws {
    let panel = try #require(data[.priceLevel])
    #expect((1960...2025).allSatisfy { panel["USA", $0] == 1 })
  }

  @Test func `has no figure outside the years of a state`() {
    for panel in data.listing {
      for power in panel.powers {
        guard let years = data.entities[power]?.years else { continue }
        #expect(panel.years.allSatisfy { years.contains($0) || panel[power, $0] == nil })
      }
    }
    #expect(data[.outputPerHead]?["SUN", 1991] != nil)
    #expect(data[.outputPerHead]?["SUN", 1992] == nil)
    #expect(data[.population]?["YUG", 1917] == nil)
  }

  @Test func `keeps fractions fractions, zeros of spending included`() throws {
    let panel = try #require(data[.burden])
    for power in panel.powers {
      #expect(panel.years.allSatisfy { panel[power, $0].map { (0..<1).contains($0) } ?? true })
    }
    #expect(panel["KWT", 1991] == nil)
    #expect(panel["KWT", 1990] != nil)
  }

  /// By another program: `sha256sum` of the tables, and of its lines.
  @Test func `is named by the digest of its files`() throws {
    let names = ["entities", "maddison", "nmc", "penn", "un-wpp", "world-bank"].map { $0 + ".csv" }
    let package = try String(contentsOfFile: embeddedFolder + "/datapackage.json", encoding: .utf8)
    #expect(names.allSatisfy(package.contains))
    #expect(data.checksum.hasPrefix("sha256:"))
    #expect(data.checksum.count == 7 + 64)
  }

  private func product(_ power: Power, _ year: Int, _ factor: Indicator? = nil) throws -> Double {
    let people = try #require(data[.population]?[power, year])
    let output = try #require(data[.outputPerHead]?[power, year])
    guard let factor else { return people * output }
    return try people * output * #require(data[factor]?[power, year])
  }
}
