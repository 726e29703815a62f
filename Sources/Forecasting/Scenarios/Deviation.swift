public import Panels

/// One way in which a scenario deviates from the baseline.
public enum Deviation: Hashable, Sendable {
  case growth(Growth)
  case shift(LevelShift)
  case path(LevelPath)
  case population(Population)
  case slowdown(Slowdown)
  case membership(MembershipChange)
  /// Taken together, so that each counts only for what the others leave open.
  case conditions([Condition])
}

extension Deviation {
  /// Another growth of output per head in some years; the level stays where that leaves it.
  public struct Growth: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
      /// Added to the logarithmic growth of every future, a year; 0.01 is one percentage point.
      case added(Double)
      /// The growth that the median has instead, a year; 0.04 is 4 %.
      case rate(Double)
    }

    public let powers: [Power]
    /// The first year to grow otherwise, and the last.
    public let years: ClosedRange<Int>
    public let change: Change
    public let recovery: Recovery?

    public init(
      powers: [Power], years: ClosedRange<Int>, change: Change, recovery: Recovery? = nil
    ) {
      self.powers = powers
      self.years = years
      self.change = change
      self.recovery = recovery
    }
  }

  /// How much of what was lost comes back, and in how many years; the drag of sanctions may lift.
  public struct Recovery: Hashable, Sendable {
    /// Of the logarithmic loss, 0 to 1.
    public let part: Double
    public let years: Int

    /// - Precondition: A part from 0 to 1 and at least one year.
    public init(part: Double, years: Int) {
      precondition((0...1).contains(part) && years > 0, "a recovery is a part over some years")
      self.part = part
      self.years = years
    }
  }

  /// An indicator moved by as much in every future, in equal steps up to a year, and kept there.
  public struct LevelShift: Hashable, Sendable {
    public let indicator: Indicator
    public let powers: [Power]
    /// The year in which all of it is reached.
    public let year: Int
    /// On the indicator's scale: logarithms or logits.
    public let amount: Double

    public init(indicator: Indicator, powers: [Power], year: Int, amount: Double) {
      self.indicator = indicator
      self.powers = powers
      self.year = year
      self.amount = amount
    }
  }

  /// A path that an indicator's median follows, uncertainty around it as it was.
  ///
  /// Between its years the path is straight on the indicator's scale, from what is known at the
  /// origin; after the last year the level is held.
  public struct LevelPath: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case exact
      /// Raises the median to the path where it is below, and leaves it where it is above.
      case floor
    }

    public let indicator: Indicator
    public let powers: [Power]
    /// Levels by year, in order.
    public let points: [LevelPoint]
    public let kind: Kind

    /// - Precondition: At least one point, in the order of years.
    public init(
      indicator: Indicator, powers: [Power], points: [LevelPoint], kind: Kind = .exact
    ) {
      precondition(
        !points.isEmpty && zip(points, points.dropFirst()).allSatisfy { $0.year < $1.year },
        "a path has points in order")
      self.indicator = indicator
      self.powers = powers
      self.points = points
      self.kind = kind
    }
  }

  /// A level in a year, in the unit of its indicator.
  public struct LevelPoint: Hashable, Sendable {
    public let year: Int
    public let level: Double

    public init(year: Int, level: Double) {
      self.year = year
      self.level = level
    }
  }

  /// The United Nations' projection as the path of the median.
  public struct Population: Hashable, Sendable {
    /// The tables hold the medium variant and the bounds of its intervals, not the variants of
    /// high and low fertility: `low` and `high` are the bounds of the central 80 %.
    public enum Variant: String, CaseIterable, Sendable {
      case low, medium, high
    }

    public let powers: [Power]
    public let variant: Variant

    public init(powers: [Power], variant: Variant) {
      self.powers = powers
      self.variant = variant
    }
  }

  /// A risk in every year that growth of output per head drops for some years.
  ///
  /// Whether and by how much a power slows in a future is drawn from deviates of its own, the
  /// same for every scenario. A slowdown must end before another may begin.
  ///
  /// **Source.** Eichengreen, Park and Shin, "Growth slowdowns redux" (2013), NBER w18673, for
  /// drops of two points and more between successive spells of seven years.
  public struct Slowdown: Hashable, Sendable {
    public let powers: [Power]
    public let years: ClosedRange<Int>
    /// A year.
    public let probability: Double
    /// The median drop, of logarithmic growth a year; 0.025 is 2.5 percentage points.
    public let drop: Double
    /// The standard deviation of the drop's logarithm.
    public let spread: Double
    /// For how many years growth is lower.
    public let duration: Int

    public init(
      powers: [Power], years: ClosedRange<Int>, probability: Double, drop: Double = 0.025,
      spread: Double = 0.3, duration: Int = 7
    ) {
      self.powers = powers
      self.years = years
      self.probability = probability
      self.drop = drop
      self.spread = spread
      self.duration = duration
    }
  }

  /// Powers that leave or join a coalition for good.
  public struct MembershipChange: Hashable, Sendable {
    /// As it stands in a side's name: `NATO`, or codes joined by `+`.
    public let coalition: String
    /// The first year in which the change counts.
    public let year: Int
    public let leaving: [Power]
    public let joining: [Power]

    public init(coalition: String, year: Int, leaving: [Power] = [], joining: [Power] = []) {
      self.coalition = coalition
      self.year = year
      self.leaving = leaving
      self.joining = joining
    }
  }

  /// A level that is taken as known, from another forecaster's path for the first years.
  public struct Condition: Hashable, Sendable {
    /// The quantity is their product: one indicator, or population and output per head for GDP.
    public let factors: [Indicator]
    public let power: Power
    public let year: Int
    /// In the unit of the indicator, or of the product.
    public let level: Double

    /// - Precondition: At least one factor; several are all on the logarithmic scale.
    public init(factors: [Indicator], power: Power, year: Int, level: Double) {
      precondition(
        factors.count == 1
          || (factors.count > 1 && factors.allSatisfy { $0.scale == .logarithmic }),
        "a product is of logarithms")
      self.factors = factors
      self.power = power
      self.year = year
      self.level = level
    }
  }
}

extension Scenario {
  var memberships: [Deviation.MembershipChange] {
    deviations.compactMap {
      if case .membership(let change) = $0 { change } else { nil }
    }
  }

  var conditions: [Deviation.Condition] {
    deviations.flatMap {
      if case .conditions(let conditions) = $0 { conditions } else { [Deviation.Condition]() }
    }
  }

  var slowdowns: [Deviation.Slowdown] {
    deviations.compactMap {
      if case .slowdown(let slowdown) = $0 { slowdown } else { nil }
    }
  }
}
