/// A probability in words that stand between "is" and "to pass".
///
/// **Source.** The terms, though not their limits, of Mastrandrea and others, *Guidance note on
/// consistent treatment of uncertainties* (2010), table 1.
struct Likelihood: Equatable, Sendable {
  let probability: Double

  init(_ probability: Double) { self.probability = probability }

  var words: String {
    switch probability {
    case ..<0.01: "almost certain not"
    case ..<0.1: "very unlikely"
    case ..<0.4: "unlikely"
    case ...0.6: "about as likely as not"
    case ...0.9: "likely"
    case ...0.99: "very likely"
    default: "almost certain"
    }
  }
}
