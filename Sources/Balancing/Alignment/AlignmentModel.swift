/// What moves states to form and to keep pacts with and against the threatening side.
public struct AlignmentModel: Sendable {
  /// Those that could be fitted, by alignment and step in their order.
  public let fits: [AlignmentFit]

  /// Fits the four regressions on outcomes up to a year.
  public init(
    _ record: AlignmentRecord, through year: Int = .max, ridge: AlignmentFit.Ridge = .standard
  ) async {
    let kinds = Alignment.allCases.flatMap { alignment in
      Alignment.Step.allCases.map { (alignment, $0) }
    }
    let fits = await withTaskGroup(of: (Int, AlignmentFit?).self) { group in
      for (place, kind) in kinds.enumerated() {
        group.addTask {
          // A step that was never taken before the year has no regression.
          let fit = try? AlignmentFit(
            kind.0, kind.1, from: record, through: year, ridge: ridge)
          return (place, fit)
        }
      }
      return await group.reduce(into: [AlignmentFit?](repeating: nil, count: kinds.count)) {
        $0[$1.0] = $1.1
      }
    }
    self.fits = fits.compactMap(\.self)
  }

  public func fit(_ alignment: Alignment, _ step: Alignment.Step) -> AlignmentFit? {
    fits.first { $0.alignment == alignment && $0.step == step }
  }

  /// The probability that a state stands on a side in the year after an observation.
  public func probability(
    of alignment: Alignment, after observation: AlignmentObservation
  ) -> Double? {
    guard let factors = observation.factors[alignment] else { return nil }
    return fit(alignment, observation.step(alignment))?.probability(factors)
  }
}
