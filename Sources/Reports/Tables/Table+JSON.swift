import Charts

extension Table {
  /// An object with the schema, the command, and a row an object.
  var json: String {
    let keys = columns.map { JSONText.string($0) }
    let lines = rows.map { row in
      let members = zip(keys, row).map { "\($0): \($1.json)" }
      return "    { \(members.joined(separator: ", ")) }"
    }
    let body = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
    return """
      {
        "schema": 1,
        "command": \(JSONText.string(command)),
        "rows": \(body)
      }

      """
  }
}

extension Table.Cell {
  fileprivate var json: String {
    switch self {
    case .text(let text): JSONText.string(text)
    case .year(let whole), .count(let whole): "\(whole)"
    case .number(let number), .ratio(let number), .hundredths(let number),
      .significance(let number), .probability(let number):
      number.isFinite ? Numeral.exact(number) : "null"
    case .missing: "null"
    }
  }
}

/// The writing of JSON's strings.
enum JSONText {
  /// A string in quotation marks, escaped as RFC 8259 asks.
  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
