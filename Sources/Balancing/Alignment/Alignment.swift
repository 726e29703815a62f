/// On whose side a state stands against a threat.
public enum Alignment: String, CaseIterable, Sendable {
  /// It has a defence pact with the power that threatens it most.
  case bandwagon
  /// It has one with a rival of that power.
  case balance

  /// What a state does with a pact from one year to the next.
  public enum Step: String, CaseIterable, Sendable {
    /// It has none, and may form one.
    case forming
    /// It has one, and may keep it.
    case keeping
  }
}
