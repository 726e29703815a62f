import Datasets
import Forecasting
import Panels
import Testing

@Suite("Composite index of national capability")
struct CapabilityTests {
  /// By the Correlates of War project: the index as published, in its edition 7.0 of capabilities.
  ///
  /// A state without a component is averaged over the others, as there.
  @Test func `is the published index of every state in every year`() throws {
    let data = try Embedded.data()
    let published = try #require(data[.capabilityCOW])
    let record = MeasureRecord(.capability, data: data)
    var count = 0
    var worst = 0.0
    for power in published.powers {
      for year in 1816...2022 {
        guard let index = published[power, year] else { continue }
        // An index of zero has no place in a record of positive levels.
        let found = record[power, year] ?? 0
        worst = max(worst, abs(found - index))
        count += 1
      }
    }
    #expect(count > 15_000)
    #expect(worst < 1e-6)
  }

  /// The issue's own bound, for those that the list of major powers names.
  @Test func `is the published index of every major power`() throws {
    let data = try Embedded.data()
    let majors = try #require(data.groups[PowerGroup.majors])
    let published = try #require(data[.capabilityCOW])
    let record = MeasureRecord(.capability, data: data)
    for year in 1816...2022 {
      for power in majors.carriedMembers(in: year) {
        let index = try #require(published[power, year])
        let found = try #require(record[power, year])
        #expect(abs(found - index) < 0.002, "\(power) \(year)")
      }
    }
  }

  @Test func `shares of the six components add up to one`() throws {
    let data = try Embedded.data()
    for indicator in Measure.capability.formula.indicators {
      let measure = Measure(
        name: "part", title: "", unit: "", formula: .share(.indicator(indicator)))
      let record = MeasureRecord(measure, data: data)
      for year in 1816...2022 {
        let sum = record.powers.reduce(0) { $0 + (record[$1, year] ?? 0) }
        #expect(sum == 0 || abs(sum - 1) < 1e-9, "\(indicator) \(year)")
      }
    }
  }
}
