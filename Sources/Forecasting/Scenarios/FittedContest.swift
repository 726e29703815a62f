/// A contest ready to be drawn: fitted models, and what the past says on every measure.
struct FittedContest: Sendable {
  let contest: Contest
  let fits: [JointFit]
  let records: [Forecaster.Record]
  let context: FormulaContext
}
