import Charts
import Forecasting
import Panels

/// The leading powers' shares of the world as stacked bands: the past, then the mean of futures.
struct WorldShares: ProjectFigure {
  /// A panel each.
  private let panels: [ShareBands]
  private let context: ChartContext

  init?(_ findings: Findings) {
    panels = findings.trajectories(for: .worldShares).map { ShareBands($0) }
    context = findings.context
    if panels.isEmpty { return nil }
  }

  var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Shares of the world’s total of today’s "
        + "\(Cardinal(panels[0].powers.count)) leading powers; right of the dotted line the "
        + "mean of futures; numbers are those of \(context.lastYear)",
      description: description,
      footer: context.footer([
        "Years in which a leading power is unknown are left out; lines across them are straight. "
          + "An index of shares counts a state from the year in which its source does. "
          + "Borders as in each source; a former state counts as its successor."
      ]),
      facets: Facets(panels.map(plot), sharing: .y, height: 330, leastColumn: 420))
  }

  var table: Table {
    Table(
      "report world-shares", columns: ["measure", "power", "year", "share"],
      rows: panels.flatMap { bands in
        bands.powers.flatMap { band in
          let head: [Table.Cell] = [.text(bands.measure.name), .text(band.power.code)]
          return zip(bands.years, band.shares).map { head + [.year($0), .ratio($1)] }
        }
      })
  }

  /// A power has one colour in all panels; those beyond the colours, which rank last, are grey.
  private func hue(of power: Power) -> Hue {
    let place = panels.flatMap(\.powers).firstIndex { $0.power == power } ?? .max
    return place < Hue.categories.count ? .category(place) : .muted
  }

  private func plot(of bands: ShareBands) -> Plot {
    let layers = bands.powers.enumerated().map { index, band in
      let hue = hue(of: band.power)
      return Areas.Layer(
        band.shares, hue: hue, label: context.names.name(of: band.power),
        opacity: hue != .muted ? 0.85 : index.isMultiple(of: 2) ? 0.65 : 0.5)
    }
    let rest = Areas.Layer(bands.rest, hue: .muted, label: "Rest of the world", opacity: 0.25)
    let areas = Areas(xs: bands.years.map(Double.init), layers: layers + [rest])
    let labels = zip(areas.labels.labels, areas.layers).map { label, layer in
      DirectLabels.Label(
        label.text, remark: Numeral.percent(layer.values.last ?? .nan), at: label.point,
        hue: label.hue)
    }
    return Plot(
      title: bands.measure.heading, x: .years(), y: .percent(),
      marks: [
        areas,
        Rule(.x(Double(bands.lastKnown)), stroke: Stroke(width: 1.5, dash: .dotted)),
        DirectLabels(labels),
      ])
  }
}

extension WorldShares {
  /// Whose share grows and whose shrinks most, on the first measure.
  private var headline: String {
    let first = panels[0]
    let moves = first.powers.map { band in (band.power, band.now, band.shares.last ?? band.now) }
    func change(_ move: (Power, Double, Double)) -> Double { move.2 - move.1 }
    func words(_ move: (Power, Double, Double)) -> String {
      "from \(Percent(move.1).unbroken) to \(Percent(move.2).unbroken)"
    }
    let world = "share of the world’s \(first.measure.noun)"
    // A move that cannot be seen in the numbers printed is none.
    let seen = moves.filter { Percent($0.1).description != Percent($0.2).description }
    let growing = seen.filter { change($0) > 0 }.max { change($0) < change($1) }
    let shrinking = seen.filter { change($0) < 0 }.min { change($0) < change($1) }
    let losses = shrinking.map { move in
      "\(context.phrase(move.0).possessive) shrinks most, \(words(move))"
    }
    if seen.isEmpty {
      return "The leading powers’ shares of the world’s \(first.measure.noun) hardly change by "
        + "\(context.lastYear)"
    }
    guard let growing else {
      return "No leading power’s \(world) grows by \(context.lastYear)"
        + (losses.map { "; \($0)" } ?? "")
    }
    let name = context.phrase(growing.0).capitalizedFirst.possessive
    return "\(name) \(world) grows most by \(context.lastYear), \(words(growing))"
      + (losses.map { "; \($0)" } ?? "")
  }

  private var description: String {
    let told = panels.map { bands in
      let shares = bands.powers.map { band in
        let end = Percent(band.shares.last ?? .nan)
        return "\(context.names.name(of: band.power)) from \(Percent(band.now)) to \(end)"
      }
      return "\(bands.measure.heading): \(shares.joined(separator: ", "))."
    }
    return "Stacked bands of the leading powers’ shares of the world, now and in "
      + "\(context.lastYear). \(told.joined(separator: " "))"
  }
}
