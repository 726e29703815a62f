import ArgumentParser
import Datasets
import Forecasting
import Panels
import Reports

/// The options of commands that draw one contest: whose figures, and how futures are drawn.
struct FindingsOptions: ParsableArguments {
  @OptionGroup var data: DataOptions
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var scenarios: ScenarioOptions

  /// Forecasts a contest, and gathers what stands beside it.
  ///
  /// - Parameters:
  ///   - challenger: As people name it.
  ///   - incumbent: As people name it.
  ///   - charts: The charts that are to be drawn.
  /// - Returns: What charts and pages are made from.
  /// - Throws: What the data or the names lack.
  func findings(
    _ challenger: String, _ incumbent: String, for charts: [ProjectChart]
  ) async throws -> Findings {
    let (figures, record) = try await data.everythingAndRecord()
    let forecaster = try Forecaster(
      figures, origin: data.asOf, options: simulation.options(for: figures),
      record: record)
    let contest = try Contest(
      challenger: figures.side(named: challenger), incumbent: figures.side(named: incumbent))
    let ledger = charts.contains(.publishedForecasts) ? try scores(with: figures) : []
    let relations = charts.contains(where: \.needsRelations) ? try pairs() : nil
    let scenarios =
      charts.contains(.scenarios) ? try chosenScenarios(for: figures, forecaster.origin) : []
    return try await Findings(
      contest, forecaster, relations: relations, scenarios: scenarios, ledger: ledger, for: charts)
  }

  /// The scenarios named, or all that lie beside the figures and can be read with them.
  private func chosenScenarios(for figures: DataSet, _ origin: Int) throws -> [Scenario] {
    let library = try ScenarioLibrary(beside: data)
    guard scenarios.named.isEmpty else {
      return try scenarios.scenarios(for: figures, origin: origin, library: library)
    }
    return library.names.compactMap { name in
      var one = ScenarioOptions()
      one.named = [name]
      // A scenario of powers or indicators that these figures lack is none of theirs.
      return try? one.scenarios(for: figures, origin: origin, library: library).first
    }
  }

  /// What is known of pairs of powers; nothing for figures of one's own, which have no tables of it.
  private func pairs() throws -> Relations? {
    do throws(DataError) {
      return try DataLocation.findRelations(data.search).relations()
    } catch {
      if case .withoutRelations = error { return nil }
      throw error
    }
  }

  /// Published forecasts, scored; none where no table of them lies beside the figures.
  private func scores(with figures: DataSet) throws -> [LedgerScore] {
    guard let path = try data.location().ledger else { return [] }
    let table = try LedgerTable(path: path, entities: figures.entities.values)
    return Forecasting.Ledger(table.entries).known(by: data.knownYear)
      .score(against: figures, asOf: data.asOf)
  }
}
