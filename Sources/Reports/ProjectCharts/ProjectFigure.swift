import Charts

/// A picture of findings: how it is drawn, and the numbers that it shows.
protocol ProjectFigure: Sendable {
  /// Nothing where the findings hold none of what it shows.
  init?(_ findings: Findings)

  /// 720 pixels wide.
  var chart: Chart { get }

  /// A row a number or group of numbers of the chart.
  var table: Table { get }
}
