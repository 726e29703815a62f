import Foundation

/// How long a publisher asks to be left alone.
///
/// **Source.** RFC 9110, section 10.2.3; a date is taken relative to the answer's own.
struct RetryAfter {
  /// Nothing where the publisher says nothing that can be understood.
  let seconds: Double?

  init(_ text: String?, sent: String?) {
    guard let text else {
      seconds = nil
      return
    }
    if let number = Int(text.filter { $0 != " " }) {
      seconds = Double(max(0, number))
    } else if let until = Self.date(text), let sent = sent.flatMap(Self.date) {
      seconds = max(0, until.timeIntervalSince(sent))
    } else {
      seconds = nil
    }
  }

  private static func date(_ text: String) -> Date? {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.date(from: text)
  }
}
