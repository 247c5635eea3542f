public import Evaluation
public import Store

/// One row of a leaderboard: a detector under a policy, its metrics and its curves.
public struct ResultRow: Sendable {
  /// The run it comes from.
  public var run: RunRecord
  /// Conversations with a label that metrics count.
  public var count: Int
  /// Those of them that are grooming.
  public var positiveCount: Int
  /// The share of conversations that the detector gave a score; nil without conversations.
  public var coverage: Double?
  /// By name of the contract; a metric that is not here was not computed.
  public var metrics: [String: MetricValue]
  /// Recall → precision.
  public var precisionRecall: [CurvePoint]
  /// False-alarm rate → recall.
  public var roc: [CurvePoint]
  /// Messages since onset → share not yet flagged.
  public var delaySurvival: [CurvePoint]
  /// Benign conversations and false alerts per scenario.
  public var falseAlerts: [FalseAlertCount]
  /// Point values on the conversations without withheld content; empty where none has any.
  public var withoutWithheld: [String: MetricValue]
  /// How many conversations that slice has.
  public var withoutWithheldCount: Int
  /// The machine that measured its latency; empty where the run does not say.
  public var machine: [Fact]
  /// What the run says of its detector: summary, source, cost, weakness, …
  public var facts: [Fact] = []
  /// What it would mean for those who review alerts; nil where no prediction was read.
  public var load: ReviewerLoad?
  /// What only headline runs are read for; nil for the others.
  public var detail: RowDetail?

  /// A row.
  public init(
    run: RunRecord, count: Int, positiveCount: Int, coverage: Double?,
    metrics: [String: MetricValue] = [:], precisionRecall: [CurvePoint] = [],
    roc: [CurvePoint] = [], delaySurvival: [CurvePoint] = [],
    falseAlerts: [FalseAlertCount] = [], withoutWithheld: [String: MetricValue] = [:],
    withoutWithheldCount: Int = 0, machine: [Fact] = []
  ) {
    (self.run, self.count, self.positiveCount) = (run, count, positiveCount)
    (self.coverage, self.metrics, self.precisionRecall) = (coverage, metrics, precisionRecall)
    (self.roc, self.delaySurvival, self.falseAlerts) = (roc, delaySurvival, falseAlerts)
    (self.withoutWithheld, self.withoutWithheldCount) = (withoutWithheld, withoutWithheldCount)
    self.machine = machine
  }

  /// Whether the row frames the others instead of competing.
  public var isControl: Bool { run.detectorKind == .control }

  /// The value of a metric; nil where it has none or is not finite.
  public func value(_ name: String) -> Double? {
    metrics[name]?.value.flatMap { $0.isFinite ? $0 : nil }
  }
}

/// How often benign conversations of one scenario were flagged.
public struct FalseAlertCount: Sendable, Equatable {
  /// The scenario family, or `—`.
  public var scenario: String
  /// `hard-negative`, `ordinary`, or `—`.
  public var kind: String
  /// Benign conversations.
  public var benign: Int
  /// Those of them that were flagged.
  public var alerts: Int

  /// A count.
  public init(scenario: String, kind: String, benign: Int, alerts: Int) {
    (self.scenario, self.kind, self.benign, self.alerts) = (scenario, kind, benign, alerts)
  }

  /// Flagged ones per thousand; nil without conversations.
  public var perThousand: Double? { benign == 0 ? nil : Double(alerts) / Double(benign) * 1000 }
}
