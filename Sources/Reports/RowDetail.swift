public import Evaluation

/// What only the headline runs of a track are read for: delays, calibration, reviewers, stages.
public struct RowDetail: Sendable {
  /// When its alerts came; nil where no onset is known.
  public var delay: DelaySummary?
  /// Ten bins of about equal mass, by rising score; empty where scores are no probabilities.
  public var reliability: [ReliabilityBin]
  /// The calibration error over those bins.
  public var adaptiveCalibrationError: Double?
  /// How many conversations have no score, by how the work on them ended.
  public var failures: [PredictionOutcome: Int]
  /// What a team of reviewers gets done at the run's own operating point; nil without both classes.
  public var review: ReviewerOutcome?
  /// The same at other thresholds on the final score, by rising share of flagged benign ones.
  public var reviewCurve: [ReviewPoint]
  /// How well it told stages; nil for a detector that tells none.
  public var stages: StageSummary?
  /// What is wrong with it, if anything.
  public var findings: [ResultFinding] = []

  /// Details; none unless said.
  public init(
    delay: DelaySummary? = nil, reliability: [ReliabilityBin] = [],
    adaptiveCalibrationError: Double? = nil, failures: [PredictionOutcome: Int] = [:],
    review: ReviewerOutcome? = nil, reviewCurve: [ReviewPoint] = [], stages: StageSummary? = nil
  ) {
    (self.delay, self.reliability, self.failures) = (delay, reliability, failures)
    self.adaptiveCalibrationError = adaptiveCalibrationError
    (self.review, self.reviewCurve, self.stages) = (review, reviewCurve, stages)
  }
}

/// What a team of reviewers gets done where everything from a threshold up is flagged.
public struct ReviewPoint: Sendable {
  /// The share of benign conversations with a score at or above the threshold.
  public var falseAlarmRate: Double
  /// The lowest score that is flagged.
  public var threshold: Double
  /// What the team got done.
  public var outcome: ReviewerOutcome

  /// A point.
  public init(falseAlarmRate: Double, threshold: Double, outcome: ReviewerOutcome) {
    (self.falseAlarmRate, self.threshold) = (falseAlarmRate, threshold)
    self.outcome = outcome
  }
}
