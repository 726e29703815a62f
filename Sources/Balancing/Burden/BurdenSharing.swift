public import Forecasting
public import Panels

/// How an alliance's military spending is shared, year by year.
///
/// If security is shared by all allies, larger ones bear more than their part: the correlation of
/// size and burden is positive.
///
/// **Source.** Olson and Zeckhauser, "An economic theory of alliances" (1966),
/// doi:10.2307/1927082.
public struct BurdenSharing: Sendable {
  /// One member in one year.
  public struct Member: Equatable, Sendable {
    public let power: Power
    /// By which members are ranked; GDP at market rates unless another measure is asked for.
    public let size: Double
    /// GDP at market rates.
    public let output: Double
    /// Military spending over GDP, a fraction.
    public let burden: Double

    public var spending: Double { output * burden }
  }

  /// One year.
  public struct Year: Sendable {
    public let year: Int
    /// How many belong to the alliance.
    public let belonging: Int
    /// Those with both figures, the largest GDP first; or why there are too few.
    public let members: Result<[Member], Unavailable>
  }

  public let alliance: PowerGroup
  public let years: [Year]

  /// Collects the figures of every year asked for, or of every year in which there are some.
  public init(
    _ alliance: PowerGroup, in data: DataSet, years asked: ClosedRange<Int>? = nil,
    size measure: Measure = .outputMER
  ) {
    self.alliance = alliance
    let sizes = MeasureRecord(measure.resolved(in: data), data: data)
    let output = MeasureRecord(Measure.outputMER.resolved(in: data), data: data)
    let burden = data[.burden]
    let known = burden?.coverage
    let founded = alliance.years?.lowerBound ?? 0
    let span =
      asked
      ?? known.flatMap {
        founded > $0.upperBound ? nil : max(founded, $0.lowerBound)...$0.upperBound
      }
    years = (span.map(Array.init) ?? []).map { year in
      let belonging = alliance.members(in: year)
      let members = belonging.compactMap { power -> Member? in
        guard let product = output[power, year], let share = burden?[power, year],
          let size = sizes[power, year]
        else { return nil }
        return Member(power: power, size: size, output: product, burden: share)
      }
      return Year(
        year: year, belonging: belonging.count,
        members: Self.checked(members, year, known, belonging))
    }
  }

  private static func checked(
    _ members: [Member], _ year: Int, _ known: ClosedRange<Int>?, _ belonging: [Power]
  ) -> Result<[Member], Unavailable> {
    if let known, year > known.upperBound { return .failure(.sourceEnds(known.upperBound)) }
    if let known, year < known.lowerBound { return .failure(.sourceBegins(known.lowerBound)) }
    if belonging.count < 2 { return .failure(.tooFewMembers(belonging.count)) }
    guard members.count > 1 else {
      let found = Set(members.map(\.power))
      return .failure(.missing(belonging.filter { !found.contains($0) }))
    }
    return .success(members.sorted { $0.output > $1.output })
  }
}

extension Array where Element == BurdenSharing.Member {
  /// The correlation of size and burden; nothing for fewer than four.
  public var rankCorrelation: SpearmanCorrelation? {
    SpearmanCorrelation(map(\.size), map(\.burden))
  }

  public var output: Double { reduce(0) { $0 + $1.output } }
  public var spending: Double { reduce(0) { $0 + $1.spending } }

  /// What a member has of the alliance's product less what it has of its spending.
  ///
  /// Positive where it rides free, negative where it bears more than its part.
  public func freeRideGap(of member: BurdenSharing.Member) -> Double {
    member.output / output - member.spending / spending
  }

  /// What the alliance would spend if everyone bore the burden of its largest economy, over what
  /// it spends.
  public var strengthWithoutFreeRiding: Double? {
    guard let leader = first else { return nil }
    return output * leader.burden / spending
  }
}
