import Models
import Panels
import RealModule

extension ScenarioEffect {
  /// Learns from one fit all that a scenario needs to know of it.
  ///
  /// - Throws: Why the scenario cannot be laid on the fit's futures.
  init(
    _ scenario: Scenario, fit: JointFit, figures: ScenarioFigures
  ) async throws(ScenarioError) {
    let pilot = Pilot(fit)
    var conditioning: Conditioning?
    // What no measure needs is not drawn, and nothing follows from it.
    let indicators = Set(fit.fits.map(\.indicator))
    let conditions = scenario.conditions.filter { indicators.isSuperset(of: $0.factors) }
    if !conditions.isEmpty {
      conditioning = try await Conditioning(
        conditions, moments: pilot.moments(with: conditions))
    }
    let conditioned = ScenarioEffect(origin: figures.origin, conditioning: conditioning)
    var lines = ShiftLines(
      figures: figures, fit: fit,
      medians: await Pilot(fit.under(conditioned)).medians(of: scenario.medianRows))
    for deviation in scenario.deviations { try lines.add(deviation) }
    self.init(
      origin: figures.origin, conditioning: conditioning, shifts: lines.shifts,
      slowdowns: scenario.slowdowns)
  }
}

extension Scenario {
  /// The rows whose medians its paths need.
  fileprivate var medianRows: [PilotRow] {
    var seen: Set<PilotRow> = []
    return deviations.flatMap { deviation -> [PilotRow] in
      switch deviation {
      case .path(let path):
        path.powers.map { PilotRow(indicator: path.indicator, power: $0) }
      case .population(let population):
        population.powers.map { PilotRow(indicator: .population, power: $0) }
      case .growth(let growth):
        if case .rate = growth.change {
          growth.powers.map { PilotRow(indicator: .outputPerHead, power: $0) }
        } else {
          []
        }
      case .shift, .slowdown, .membership, .conditions: []
      }
    }.filter { seen.insert($0).inserted }
  }
}

/// What is known at the origin, and the projections that were published by then.
struct ScenarioFigures: Sendable {
  let origin: Int
  let known: DataSet
  /// Nothing where the projection was published later.
  let projections: DataSet?
}

/// The amounts by which rows are moved, as the deviations are added one after another.
private struct ShiftLines {
  let figures: ScenarioFigures
  let fit: JointFit
  /// Of the fit's years, on the indicators' scales.
  let medians: [PilotRow: MedianLine]
  /// In the order in which rows were first named, amounts from the year after the origin.
  private var order: [PilotRow] = []
  private var amounts: [PilotRow: [Double]] = [:]

  init(figures: ScenarioFigures, fit: JointFit, medians: [PilotRow: MedianLine]) {
    self.figures = figures
    self.fit = fit
    self.medians = medians
  }

  private var years: ClosedRange<Int> { figures.origin + 1...fit.years.upperBound }

  var shifts: [RowShift] {
    order.map {
      RowShift(
        indicator: $0.indicator, power: $0.power, firstYear: years.lowerBound,
        amounts: amounts[$0] ?? [])
    }
  }

  mutating func add(_ deviation: Deviation) throws(ScenarioError) {
    switch deviation {
    case .growth(let growth):
      try each(growth.powers) { lines, power throws(ScenarioError) in
        try lines.add(growth, of: power)
      }
    case .shift(let shift):
      let span = Double(max(1, shift.year - figures.origin))
      let line = years.map { shift.amount * min(1, Double($0 - figures.origin) / span) }
      for power in drawn(shift.powers) {
        change(PilotRow(indicator: shift.indicator, power: power), by: line)
      }
    case .path(let path):
      guard isDrawn(path.indicator) else { return }
      try each(path.powers) { lines, power throws(ScenarioError) in
        try lines.add(path, of: power)
      }
    case .population(let population):
      try each(population.powers) { lines, power throws(ScenarioError) in
        try lines.add(population, of: power)
      }
    case .slowdown, .membership, .conditions: break
    }
  }

  /// Adds to those powers of a deviation that have what it needs; one at least must.
  private mutating func each(
    _ powers: [Power], _ add: (inout Self, Power) throws(ScenarioError) -> Void
  ) throws(ScenarioError) {
    var refusal: ScenarioError?
    var count = 0
    for power in drawn(powers) {
      do throws(ScenarioError) {
        try add(&self, power)
        count += 1
      } catch {
        refusal = error
      }
    }
    if count == 0, let refusal { throw refusal }
  }

  /// Whether some measure needs the indicator; otherwise a path of it changes nothing.
  private func isDrawn(_ indicator: Indicator) -> Bool {
    fit.fits.contains { $0.indicator == indicator }
  }

  /// Those whose futures are drawn; the others stay in their proportion to them.
  private func drawn(_ powers: [Power]) -> [Power] { powers.filter(fit.powers.contains) }

  /// Adds an amount a year to those of a row.
  private mutating func change(_ row: PilotRow, by amounts: [Double]) {
    if self.amounts[row] == nil { order.append(row) }
    let before = self.amounts[row] ?? [Double](repeating: 0, count: years.count)
    self.amounts[row] = zip(before, amounts).map(+)
  }

  /// The median of a row under what was added so far.
  private func median(_ row: PilotRow, in year: Int) throws(ScenarioError) -> Double {
    let moved = year > figures.origin ? amounts[row]?[year - years.lowerBound] ?? 0 : 0
    let level: Double? =
      fit.years.contains(year)
      ? medians[row]?[year]
      : figures.known[row.indicator]?[row.power, year].flatMap(row.indicator.scale.transform)
    guard let level else { throw .withoutLevel(row.indicator.name, row.power) }
    return level + moved
  }
}

extension ShiftLines {
  private mutating func add(
    _ growth: Deviation.Growth, of power: Power
  ) throws(ScenarioError) {
    let row = PilotRow(indicator: .outputPerHead, power: power)
    let first = max(growth.years.lowerBound, years.lowerBound)
    let last = min(growth.years.upperBound, years.upperBound)
    guard first <= last else { return }
    switch growth.change {
    case .added(let points):
      let whole = points * Double(growth.years.upperBound - first + 1)
      let line = years.map { year in
        guard year >= first else { return 0.0 }
        let lost = points * Double(min(year, growth.years.upperBound) - first + 1)
        guard let recovery = growth.recovery, year > growth.years.upperBound else { return lost }
        let passed = Double(year - growth.years.upperBound) / Double(recovery.years)
        return lost - whole * recovery.part * min(1, passed)
      }
      change(row, by: line)
    case .rate(let rate):
      let start = try median(row, in: first - 1)
      let step = Double.log(onePlus: rate)
      var wanted: [Double] = []
      for year in first...last {
        wanted.append(
          start + step * Double(year - first + 1) - (try median(row, in: year)))
      }
      change(row, by: years.map { $0 < first ? 0 : wanted[min($0, last) - first] })
    }
  }

  private mutating func add(
    _ path: Deviation.LevelPath, of power: Power
  ) throws(ScenarioError) {
    let row = PilotRow(indicator: path.indicator, power: power)
    let start = try median(row, in: figures.origin)
    let points =
      [(year: figures.origin, value: start)]
      + path.points.compactMap { point in
        path.indicator.scale.transform(point.level).map { (point.year, $0) }
      }
    var wanted: [Double] = []
    for year in years {
      let gap = Self.value(of: points, in: year) - (try median(row, in: year))
      wanted.append(path.kind == .floor ? max(0, gap) : gap)
    }
    change(row, by: wanted)
  }

  /// A line through points, straight between them and level after the last.
  private static func value(of points: [(year: Int, value: Double)], in year: Int) -> Double {
    guard let next = points.firstIndex(where: { $0.year >= year }), next > 0 else {
      return points.first { $0.year >= year }?.value ?? points[points.count - 1].value
    }
    let (from, to) = (points[next - 1], points[next])
    let part = Double(year - from.year) / Double(to.year - from.year)
    return from.value + part * (to.value - from.value)
  }

  /// Growth is the projection's, from the level at the origin.
  private mutating func add(
    _ population: Deviation.Population, of power: Power
  ) throws(ScenarioError) {
    let indicator: Indicator =
      switch population.variant {
      case .low: .populationUNLower80
      case .medium: .populationUN
      case .high: .populationUNUpper80
      }
    let row = PilotRow(indicator: .population, power: power)
    let origin = figures.origin
    guard let projections = figures.projections,
      let medium = projections[.populationUN]?[power, origin],
      let variant = projections[indicator]?.series(of: power)
    else { throw .withoutProjection(origin: origin) }
    let start = Double.exp(try median(row, in: origin))
    let points = years.compactMap { year in
      variant[year].map { Deviation.LevelPoint(year: year, level: start * $0 / medium) }
    }
    guard !points.isEmpty else { throw .withoutProjection(origin: origin) }
    try add(
      Deviation.LevelPath(indicator: .population, powers: [power], points: points), of: power)
  }
}
