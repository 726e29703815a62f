import Foundation

/// The World Bank's API in small, with figures of the embedded table.
///
/// It speaks what the real one does: pages, aggregates among the countries, nulls for years without
/// a figure, and errors as a list of messages.
public struct WorldBankAnswers: Sendable {
  /// How the names of the series begin, before the unit.
  public static let titles = [
    "NY.GDP.MKTP.CD": "GDP (current US$)",
    "NY.GDP.MKTP.PP.KD": "GDP, PPP (constant 2021 international $)",
    "NY.GDP.MKTP.KD.ZG": "GDP growth (annual %)",
    "PA.NUS.FCRF": "Official exchange rate (LCU per US$, period average)",
    "MS.MIL.XPND.GD.ZS": "Military expenditure (% of GDP)",
  ]

  public var lastUpdated = "2026-10-01"
  /// Figures in place of those of the table, by `CHN,2024,NY.GDP.MKTP.CD`.
  public var changes: [String: String] = [:]
  /// What each indicator is called.
  public var titles = Self.titles
  /// The states to answer with.
  public var states: Set<String> = ["CHN", "USA", "GBR", "IND", "RUS"]

  public init() {}

  /// The answer to a target such as `/v2/country/all/indicator/CODE?format=json&page=1`.
  public func text(for target: String) -> String {
    let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
    let series = parts[0].split(separator: "/").last.map(String.init) ?? ""
    guard parts[0].hasPrefix("/v2/country/all/indicator/"), let title = titles[series] else {
      return #"[{"message":[{"id":"120","key":"Invalid value","#
        + #""value":"The provided parameter value is not valid"}]}]"#
    }
    let query = parts.count > 1 ? parts[1].split(separator: "&") : []
    func number(_ name: String, _ otherwise: Int) -> Int {
      query.first { $0.hasPrefix("\(name)=") }.flatMap { Int($0.dropFirst(name.count + 1)) }
        ?? otherwise
    }
    let rows = rows(of: series, title)
    let (size, page) = (number("per_page", 50), number("page", 1))
    let pages = (rows.count + size - 1) / size
    let shown = rows.dropFirst((page - 1) * size).prefix(size)
    return """
      [{"page":\(page),"pages":\(pages),"per_page":"\(size)","total":\(rows.count),\
      "sourceid":"2","lastupdated":"\(lastUpdated)"},[\(shown.joined(separator: ","))]]
      """
  }

  private func rows(of series: String, _ title: String) -> [String] {
    var figures = Self.figures.filter { $0.key.hasSuffix(",\(series)") }
    for (key, value) in changes where key.hasSuffix(",\(series)") { figures[key] = value }
    return (states.sorted() + ["WLD"]).flatMap { state in
      (1960...2025).reversed().map { year in
        let value = state == "WLD" ? "1.5" : figures["\(state),\(year),\(series)"] ?? "null"
        return """
          {"indicator":{"id":"\(series)","value":"\(title)"},\
          "country":{"id":"XX","value":"\(state)"},"countryiso3code":"\(state)",\
          "date":"\(year)","value":\(value),"unit":"","obs_status":"","decimal":0}
          """
      }
    }
  }

  /// The embedded figures as text, by code, year and series.
  private static let figures: [String: String] = {
    let bytes = FileManager.default.contents(atPath: "\(embeddedFolder)/world-bank.csv") ?? Data()
    var figures: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      guard let comma = line.lastIndex(of: ",") else { continue }
      figures[String(line[..<comma])] = String(line[line.index(after: comma)...])
    }
    return figures
  }()
}
