public import Panels

/// What a state did about a pact on one side from one year to the next.
public struct AlignmentStep: Sendable {
  public let state: Power
  /// The first of the two years.
  public let year: Int
  /// In the order of ``AlignmentObservation/Factor``.
  public let factors: [Double]
  /// Whether it stands on the side in the second year.
  public let occurred: Bool
}
