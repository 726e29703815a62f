import Forecasting
public import Panels
import RealModule

/// All states of all years between the threatening side and its rivals.
public struct AlignmentRecord: Sendable {
  /// Below this fraction of the threatening power a state is very weak.
  public static let weakSize = 0.05

  /// By year, then by the code of the state.
  public let observations: [AlignmentObservation]
  /// By alignment and step: those whose next year is known, by year.
  private let steps: [Alignment: [Alignment.Step: [AlignmentStep]]]
  /// How many state-years lack a figure of the threatening power.
  public let omitted: Int
  /// The last year in which alliances are known.
  public let lastYear: Int

  /// Collects the states with figures in every year that alliances cover.
  ///
  /// - Parameters:
  ///   - field: How threats are rated. Ideal points should not count, as they begin in 1946.
  ///   - majors: The major powers by year.
  public init(_ field: ThreatField, majors: PowerGroup) async {
    let pacts = field.relations.defensePacts
    guard let known = pacts.coverage, known.overlaps(field.coverage) else {
      (observations, omitted, lastYear, steps) = ([], 0, 0, [:])
      return
    }
    let span = known.clamped(to: field.coverage)
    let land = LandBorders(field.relations.contiguity)
    let years = await withTaskGroup(of: (Int, [AlignmentObservation], Int).self) { group in
      for year in span {
        group.addTask {
          let found = Self.observations(in: year, field, majors, land)
          return (year, found.kept, found.omitted)
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = ($1.1, $1.2) }
    }
    observations = span.flatMap { years[$0]?.0 ?? [] }
    steps = Self.steps(observations)
    omitted = span.reduce(0) { $0 + (years[$1]?.1 ?? 0) }
    lastYear = span.upperBound
  }

  private static func observations(
    in year: Int, _ field: ThreatField, _ majors: PowerGroup, _ land: LandBorders
  ) -> (kept: [AlignmentObservation], omitted: Int) {
    let states = field.states(in: year)
    let powers = majors.carriedMembers(in: year).filter { field.record[$0, year] != nil }
    let survivors = Set(field.states(in: year + 1))
    var kept: [AlignmentObservation] = []
    var omitted = 0
    for state in states {
      guard let sides = AlignmentSides(of: state, in: year, among: powers, field),
        let observation = Self.observation(sides, survivors, field, land)
      else {
        omitted += 1
        continue
      }
      kept.append(observation)
    }
    return (kept, omitted)
  }

  private static func observation(
    _ sides: AlignmentSides, _ survivors: Set<Power>, _ field: ThreatField, _ land: LandBorders
  ) -> AlignmentObservation? {
    let (threat, year, pacts) = (sides.threat, sides.year, field.relations.defensePacts)
    guard let proximity = threat.proximity, let offense = threat.offense,
      let disputes = threat.disputes, let share = field.share(of: sides.state, in: year)
    else { return nil }
    let size = share / threat.share
    let borders = field.covered(year, by: field.relations.contiguity.coverage) ?? year
    let neighbours = land.neighbours(of: sides.state, in: borders)
    let isWeakNeighbour =
      size < weakSize && land.areNeighbours(sides.state, threat.power, in: borders)
    let shared: [Double] = [
      .log(threat.share), .log(proximity), .log(offense), .log(onePlus: disputes),
      threat.idealDistance ?? 0, threat.idealDistance == nil ? 0 : 1, .log(size),
    ]
    let isFollowed =
      pacts.coverage.map { year < $0.upperBound } == true
      && survivors.contains(sides.state) && survivors.contains(threat.power)
    let rivals = isFollowed ? sides.rivals.filter(survivors.contains) : sides.rivals
    var factors: [Alignment: [Double]] = [:]
    var (now, next): ([Alignment: Bool], [Alignment: Bool]) = ([:], [:])
    for alignment in Alignment.allCases {
      func stands(_ power: Power, _ year: Int) -> Bool {
        AlignmentSides.has(alignment, power, threat.power, rivals, in: year, pacts)
      }
      let standing = neighbours.count { stands($0, year) }
      let fraction = neighbours.isEmpty ? 0 : Double(standing) / Double(neighbours.count)
      factors[alignment] = shared + [fraction, isWeakNeighbour ? 1 : 0]
      now[alignment] = stands(sides.state, year)
      if isFollowed { next[alignment] = stands(sides.state, year + 1) }
    }
    return AlignmentObservation(
      sides: sides, size: size, factors: factors, now: now, next: next)
  }

  private static func steps(
    _ observations: [AlignmentObservation]
  ) -> [Alignment: [Alignment.Step: [AlignmentStep]]] {
    var steps: [Alignment: [Alignment.Step: [AlignmentStep]]] = [:]
    for observation in observations {
      for alignment in Alignment.allCases {
        guard let occurred = observation.next[alignment],
          let factors = observation.factors[alignment]
        else { continue }
        steps[alignment, default: [:]][observation.step(alignment), default: []].append(
          AlignmentStep(
            state: observation.state, year: observation.year, factors: factors,
            occurred: occurred))
      }
    }
    return steps
  }

  /// The steps whose outcome was known in a year, in the order of years.
  public func steps(
    _ alignment: Alignment, _ step: Alignment.Step, through year: Int = .max
  ) -> ArraySlice<AlignmentStep> {
    (steps[alignment]?[step] ?? []).prefix { $0.year < year }
  }
}
