/// How a headline probability moved since the forecast before it, and what moved it.
public struct ForecastMove: Hashable, Codable, Sendable {
  /// The name of the measure.
  public let measure: String
  /// The year by which something happens.
  public let year: Int
  /// The probability by then, in millionths.
  let millionths: Int
  /// What moved it; nothing where no earlier forecast speaks of that year.
  public let parts: Parts?

  /// The probability by the year.
  public var probability: Double { Self.fraction(millionths) }
  /// By how much it is above the earlier one.
  public var change: Double? { parts.map { Self.fraction($0.total) } }

  /// Splits the way from an earlier probability to the last one.
  ///
  /// - Parameters:
  ///   - measure: The name of the measure.
  ///   - year: The year by which something happens.
  ///   - steps: The probabilities on the way; nothing where there was no earlier forecast.
  ///   - probability: Where the way ends.
  public init(measure: String, year: Int, steps: Steps?, probability: Double) {
    self.measure = measure
    self.year = year
    millionths = Self.whole(probability)
    parts = steps.map { Parts($0, last: Self.whole(probability)) }
  }

  /// The probabilities after each replacement of the old by the new, in the order of the fields.
  public struct Steps: Hashable, Sendable {
    /// As the earlier forecast was published.
    public let published: Double
    /// The old figures and random numbers under the new version and models.
    public let model: Double
    /// The same, with the figures of the old years as they are now.
    public let data: Double
    /// The same, with the years that are new.
    public let year: Double

    public init(published: Double, model: Double, data: Double, year: Double) {
      self.published = published
      self.model = model
      self.data = data
      self.year = year
    }
  }

  /// What each replacement did; the parts add up to the change exactly.
  ///
  /// **Units.** Millionths of probability inside, so that sums have no rounding; fractions outside.
  public struct Parts: Hashable, Codable, Sendable {
    let data: Int
    let year: Int
    let model: Int
    let sampling: Int

    init(_ steps: Steps, last: Int) {
      model = ForecastMove.whole(steps.model) - ForecastMove.whole(steps.published)
      data = ForecastMove.whole(steps.data) - ForecastMove.whole(steps.model)
      year = ForecastMove.whole(steps.year) - ForecastMove.whole(steps.data)
      sampling = last - ForecastMove.whole(steps.year)
    }

    var total: Int { data + year + model + sampling }

    /// From figures of years known before that were revised, added or withdrawn.
    public var fromData: Double { ForecastMove.fraction(data) }
    /// From years that the earlier figures did not reach.
    public var fromYear: Double { ForecastMove.fraction(year) }
    /// From another version of the program, other models or other options of theirs.
    public var fromModel: Double { ForecastMove.fraction(model) }
    /// From other random numbers, or more of them.
    public var fromSampling: Double { ForecastMove.fraction(sampling) }
  }

  static func whole(_ probability: Double) -> Int { Int((probability * 1e6).rounded()) }
  static func fraction(_ millionths: Int) -> Double { Double(millionths) / 1e6 }
}
