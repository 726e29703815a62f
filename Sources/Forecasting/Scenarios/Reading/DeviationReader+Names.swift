import Panels

extension DeviationReader {
  func powers(_ fields: [String: ScenarioNode]) throws(ScenarioDefect) -> [Power] {
    guard let node = fields["powers"] else { return [] }
    return try powers(named: node)
  }

  /// Powers by code or name, coalitions by name; a minus before one takes its powers out.
  func powers(named node: ScenarioNode) throws(ScenarioDefect) -> [Power] {
    var found: [Power] = []
    for element in node.elements {
      let text = try element.text("a power")
      let isOut = text.hasPrefix("-")
      let name = isOut ? String(text.dropFirst()) : text
      let members: [Power]
      if let group = data.groups[name.uppercased()] {
        members = group.carriedMembers(in: origin)
      } else {
        do throws(UnknownName) {
          members = [try data.power(named: name)]
        } catch {
          throw element.defect(Self.sentence(error))
        }
      }
      if isOut {
        found.removeAll { members.contains($0) }
      } else {
        found += members.filter { !found.contains($0) }
      }
    }
    guard !found.isEmpty else { throw node.defect("here is no power") }
    return found
  }

  /// The name of a coalition: a known one, or codes joined by `+`.
  func coalition(_ node: ScenarioNode) throws(ScenarioDefect) -> String {
    let text = try node.text("the coalition")
    if data.groups[text.uppercased()] != nil { return text.uppercased() }
    let parts = text.split(separator: "+").map(String.init)
    do throws(UnknownName) {
      guard parts.count > 1 else { return try data.group(named: text).name }
      var codes: [String] = []
      for part in parts { codes.append(try data.power(named: part).code) }
      return codes.joined(separator: "+")
    } catch {
      throw node.defect(Self.sentence(error))
    }
  }

  func indicator(_ node: ScenarioNode) throws(ScenarioDefect) -> Indicator {
    let name = try node.text("an indicator")
    do throws(UnknownName) {
      return try data.panel(named: name).indicator
    } catch {
      throw node.defect(Self.sentence(error))
    }
  }

  /// Without its full stop; a question keeps its mark.
  static func sentence(_ error: UnknownName) -> String {
    let text = error.description
    let words = text.hasSuffix(".") ? String(text.dropLast()) : text
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
