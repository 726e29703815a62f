import Panels
public import Probability

/// How well alignments were forecast a year ahead, from origins that knew nothing later.
///
/// At every origin the regressions are fitted to the outcomes known, and forecast each of the
/// years until the next origin. They are compared with persistence, which says that what is stays,
/// and with the rates at which pacts were formed and kept before the origin.
public struct AlignmentScore: Sendable {
  /// Which forecasts are scored.
  public enum Event: String, CaseIterable, Sendable {
    /// Whether a state stands on the side next year.
    case stock
    /// Whether one that does not forms a pact.
    case onset
  }

  public let alignment: Alignment
  public let event: Event
  public let rows: Int
  public let events: Int
  /// Mean Brier scores of the regressions, of the rates, and of persistence.
  public let brier: (model: Double, rates: Double, persistence: Double)
  /// Mean of −ln p of what happened, of the regressions and of the rates.
  public let logScore: (model: Double, rates: Double)
  /// One less the ratio of Brier scores to those of the rates, with its 90 % interval over blocks
  /// of ten years of a state.
  public let skill: BlockBootstrap.Interval?
  /// The same against persistence.
  public let skillOverPersistence: BlockBootstrap.Interval?

  /// A forecast that has been resolved.
  struct Case: Sendable {
    let alignment: Alignment
    let step: Alignment.Step
    let state: String
    let year: Int
    let model: Double
    let rate: Double
    let occurred: Bool
  }

  /// The least probability that a log score knows.
  static let floor = 1e-4

  init?(_ alignment: Alignment, _ event: Event, _ cases: [Case]) {
    let chosen = cases.filter {
      $0.alignment == alignment && (event == .stock || $0.step == .forming)
    }
    guard !chosen.isEmpty else { return nil }
    let count = Double(chosen.count)
    func brier(_ probability: (Case) -> Double) -> [Double] {
      chosen.map {
        BinaryForecast(probability: probability($0), occurred: $0.occurred).brierScore
      }
    }
    func surprise(_ probability: (Case) -> Double) -> Double {
      chosen.reduce(0) {
        $0
          + BinaryForecast(probability: probability($1), occurred: $1.occurred)
          .logScore(floor: Self.floor)
      } / count
    }
    let model = brier(\.model)
    let rates = brier(\.rate)
    let persistence = brier { $0.step == .keeping ? 1 : 0 }
    self.alignment = alignment
    self.event = event
    rows = chosen.count
    events = chosen.count(where: \.occurred)
    self.brier = (
      model.reduce(0, +) / count, rates.reduce(0, +) / count, persistence.reduce(0, +) / count
    )
    logScore = (surprise(\.model), surprise(\.rate))
    let bootstrap = BlockBootstrap(
      origins: chosen.map(\.year), keys: chosen.map(\.state),
      columns: [model, rates, persistence], blockYears: 10)
    skill = bootstrap.interval(confidence: 0.9, replicates: 400, seed: 1) {
      $0.skill(of: 0, against: 1)
    }
    skillOverPersistence = bootstrap.interval(confidence: 0.9, replicates: 400, seed: 1) {
      $0.skill(of: 0, against: 2)
    }
  }
}

extension AlignmentScore {
  /// Scores both alignments on stock and onsets.
  ///
  /// - Parameters:
  ///   - record: All observations.
  ///   - origins: In order; the last is followed to the end of the record.
  /// - Returns: An element an alignment and event that has a case.
  public static func scores(
    of record: AlignmentRecord, from origins: [Int]
  ) async -> [AlignmentScore] {
    let blocks = await withTaskGroup(of: (Int, [Case]).self) { group in
      for (place, origin) in origins.enumerated() {
        let end = place + 1 < origins.count ? origins[place + 1] : Int.max
        group.addTask { (place, await cases(of: record, from: origin, until: end)) }
      }
      return await group.reduce(into: [[Case]](repeating: [], count: origins.count)) {
        $0[$1.0] = $1.1
      }
    }
    let all = blocks.flatMap(\.self)
    return Alignment.allCases.flatMap { alignment in
      Event.allCases.compactMap { AlignmentScore(alignment, $0, all) }
    }
  }

  /// The forecasts of the years from an origin on, by what was known then.
  private static func cases(
    of record: AlignmentRecord, from origin: Int, until end: Int
  ) async -> [Case] {
    let model = await AlignmentModel(
      record, through: origin, ridge: .crossValidated(among: [3, 30, 300], folds: 3))
    return model.fits.flatMap { fit -> [Case] in
      let rate = Double(fit.events) / Double(fit.rows)
      let future = record.steps(fit.alignment, fit.step, through: end).drop { $0.year < origin }
      return future.map { step in
        Case(
          alignment: fit.alignment, step: fit.step, state: step.state.code, year: step.year,
          model: fit.probability(step.factors), rate: rate, occurred: step.occurred)
      }
    }
  }
}
