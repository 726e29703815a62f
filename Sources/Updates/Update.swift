public import Datasets

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Asks publishers for what is new, checks it, and stores what can be believed.
///
/// Each source is apart from the others: one that fails keeps its last good figures.
public struct Update: Sendable {
  public let publishers: [any Publisher]
  public let client: any HTTPFetching
  public let store: DataStore
  /// Addresses that stand in for the public ones.
  public var addresses = Addresses()
  /// The names of sources whose doubtful figures are believed all the same.
  public var accepted: Set<String> = []
  /// How far series were revised before, by the name of the source.
  public var limits: [String: RevisionLimits] = [:]

  public init(publishers: [any Publisher], client: any HTTPFetching, store: DataStore) {
    self.publishers = publishers
    self.client = client
    self.store = store
  }

  /// Fetches, checks and stores.
  ///
  /// - Parameters:
  ///   - base: The tables in use.
  ///   - time: The time of the run, by the clock of the command.
  /// - Returns: What became of each source, in the order of the publishers.
  /// - Throws: A reason why the tables in use cannot be read, or the new ones not be written.
  public func run(over base: TableFolder, at time: Date) async throws(DataError) -> [Outcome] {
    let answers = await withTaskGroup(of: (Int, Answer).self) { group in
      for (index, publisher) in publishers.enumerated() {
        group.addTask { (index, await answer(of: publisher, at: time)) }
      }
      return await group.reduce(into: [Int: Answer]()) { $0[$1.0] = $1.1 }
    }
    var outcomes: [Outcome] = []
    for (index, publisher) in publishers.enumerated() {
      switch answers[index] {
      case .files(let documents):
        outcomes.append(try judge(documents, of: publisher, over: base))
      case .failure(let error): outcomes.append(Outcome(publisher.source, .unreachable(error)))
      case .unchanged, nil: outcomes.append(Outcome(publisher.source, .unchanged))
      }
    }
    try keep(outcomes, over: base)
    return outcomes
  }

  /// Checks and stores files that the user has.
  ///
  /// - Returns: What became of them.
  public func take(
    _ documents: [Document], of publisher: any Publisher, over base: TableFolder
  ) throws(DataError) -> Outcome {
    let outcome = try judge(documents, of: publisher, over: base)
    try keep([outcome], over: base)
    return outcome
  }

  private enum Answer: Sendable {
    case unchanged
    case files([Document])
    case failure(FetchError)
  }

  private func answer(of publisher: any Publisher, at time: Date) async -> Answer {
    do throws(FetchError) {
      let files = try await publisher.fetch(
        from: addresses[publisher.source] ?? publisher.base, with: client,
        since: store.receipts(of: publisher.source), at: time)
      return files.map(Answer.files) ?? .unchanged
    } catch { return .failure(error) }
  }

  /// Reads and checks files; what is not believed goes into quarantine.
  private func judge(
    _ documents: [Document], of publisher: any Publisher, over base: TableFolder
  ) throws(DataError) -> Outcome {
    let source = publisher.source
    let table = try base.table(of: source)
    var delivery: Delivery
    do throws(Finding) {
      delivery = try publisher.read(documents)
    } catch {
      let folder = try store.quarantine(documents, [error], of: source)
      return Outcome(source, .refused(quarantine: folder), findings: [error])
    }
    delivery = delivery.linked(to: table).completed(from: table).settled(over: table)
    delivery.receipts = documents.map(\.receipt)
    let doubts = Plausibility(
      delivery: delivery, table: table, limits: limits[source.name] ?? RevisionLimits(of: source)
    ).findings().map { accepted.contains(source.name) ? $0.accepted(for: source) : $0 }
    let findings = delivery.findings + doubts
    let isRefused = doubts.contains { $0.consequence == .refused }
    let folder =
      findings.contains { $0.consequence != .noted }
      ? try store.quarantine(documents, findings, of: source) : nil
    if isRefused, let folder {
      return Outcome(source, .refused(quarantine: folder), findings: findings)
    }
    let believed = delivery.believed(over: table, withholding: findings)
    let result: Outcome.Result =
      believed.figures == table?.figures ? .unchanged : .updated(believed)
    return Outcome(
      source, result, findings: findings, delivery: delivery, quarantine: folder,
      change: FigureChange(from: table?.figures ?? [], to: believed.figures))
  }

  private func keep(_ outcomes: [Outcome], over base: TableFolder) throws(DataError) {
    let tables = outcomes.compactMap { outcome -> SourceTable? in
      if case .updated(let table) = outcome.result { table } else { nil }
    }
    let gaps = outcomes.compactMap { outcome in
      outcome.delivery.map { (outcome.source.name, $0.gaps) }
    }
    if !tables.isEmpty {
      try store.store(
        tables, over: base, gaps: Dictionary(gaps, uniquingKeysWith: { $1 }))
    }
    for outcome in outcomes where outcome.quarantine == nil {
      guard let delivery = outcome.delivery else { continue }
      try store.keep(delivery.receipts, of: outcome.source)
    }
  }
}

extension Finding {
  /// The same finding, told and no longer in the way, unless no table could hold the figure.
  fileprivate func accepted(for source: Source) -> Finding {
    let bounds = source.series.first { $0.name == series }?.bounds
    let isImpossible = check == .range || check == .zero && bounds?.contain(0) == false
    guard !isImpossible else { return self }
    return Finding(
      check, .noted, source: self.source, power: power, series: series, year: year, found: found,
      expected: expected)
  }
}
