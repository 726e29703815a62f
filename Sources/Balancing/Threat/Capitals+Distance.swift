public import Panels
import RealModule

extension Capitals {
  /// The great-circle distance of two capitals in kilometres; nothing where one has none.
  public func distance(_ one: Power, _ other: Power, in year: Int) -> Double? {
    guard let here = seat(of: one, in: year), let there = seat(of: other, in: year) else {
      return nil
    }
    return here.distance(to: there)
  }
}

extension Capitals.Seat {
  /// The Earth's mean radius in kilometres.
  private static let radius = 6371.0088

  /// The great-circle distance in kilometres, on a sphere.
  ///
  ///     d = 2 r asin √(sin² (Δφ/2) + cos φ₁ cos φ₂ sin² (Δλ/2))
  ///
  /// It differs from the distance on the ellipsoid by at most 0.6 %.
  public func distance(to other: Capitals.Seat) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let rise = Double.sin(radians(other.latitude - latitude) / 2)
    let turn = Double.sin(radians(other.longitude - longitude) / 2)
    let parallel = Double.cos(radians(latitude)) * .cos(radians(other.latitude))
    let square = rise * rise + parallel * turn * turn
    return 2 * Self.radius * .asin(min(1, square.squareRoot()))
  }
}
