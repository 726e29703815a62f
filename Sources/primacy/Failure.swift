import Archive
import ArgumentParser
import Balancing
import Datasets
import Forecasting
import Panels
import Updates

/// The words and the exit code by which a command ends that could not do what was asked.
struct Failure: Error, CustomStringConvertible {
  /// The exit codes of `sysexits.h`, and 1 for checks that failed.
  enum Code: Int32 {
    case checksFailed = 1
    case usage = 64
    case badData = 65
    case unreachable = 69
    case ourFault = 70
    case cannotWrite = 73
    case locked = 75
  }

  let words: String
  let code: Code

  init(_ words: String, _ code: Code) {
    self.words = words
    self.code = code
  }

  /// What an error of a module means to the user; the one place where that is decided.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as DataError: self.init(error)
    case let error as UnknownName: self.init(error.description, .usage)
    case let error as ForecastError: self.init(error)
    case let error as BalancingError: self.init(error)
    case let error as MeasureFileDefect: self.init(Self.sentence("\(error)"), .badData)
    case let defect as ScenarioDefect: self.init(Self.sentence(defect.description), .badData)
    case let error as ArchiveError: self.init(error)
    case let error as FileSystemError: self.init("\(error)", .cannotWrite)
    case let error as RunLock.Held: self.init("\(error)", .locked)
    case let error as FetchError: self.init(error.description, .unreachable)
    case let error as Finding: self.init(error.description, .badData)
    default: self.init("Something went wrong that should not: \(error).", .ourFault)
    }
  }

  init(_ error: DataError) {
    let code: Code =
      switch error {
      case .defect, .unreadable, .withoutTables, .incomplete, .withoutRelations: .badData
      case .absent, .notFound: .usage
      case .unwritable: .cannotWrite
      }
    self.init(error.description, code)
  }

  init(_ error: ForecastError) {
    let code: Code =
      switch error {
      case .sameSides: .usage
      default: .badData
      }
    self.init("\(error).", code)
  }

  init(_ error: BalancingError) {
    let code: Code =
      switch error {
      case .onePower, .tooManyPlayers, .leaderInCoalition: .usage
      case .withoutFigure, .tooFewYears, .degenerate: .badData
      }
    self.init("\(error).", code)
  }

  /// Words with a full stop, unless they end in a question.
  private static func sentence(_ words: String) -> String {
    words.hasSuffix("?") ? words : words + "."
  }

  init(_ error: ArchiveError) {
    let code: Code =
      switch error {
      case .absent: .usage
      case .unusable, .beforeFirst, .empty: .badData
      case .unwritable: .cannotWrite
      }
    self.init(error.description, code)
  }

  var description: String { words }
}

extension Failure {
  /// Runs a command's work, says in one sentence what stopped it, and exits with its code.
  static func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = Failure(error)
      StandardError.write("primacy: \(failure.words)\n")
      throw ExitCode(failure.code.rawValue)
    }
  }
}
