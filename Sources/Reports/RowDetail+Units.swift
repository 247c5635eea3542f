import Evaluation

extension RowDetail {
  /// The team that every report plays through: what a mid-sized service might have, and a share of
  /// grooming that makes it a search for needles.
  static let team = ReviewerSimulation(
    arrivalsPerDay: 5000, reviewers: 4, minutesPerCase: 12, prevalence: 0.001)

  /// The shares of flagged benign conversations at which the team is played through.
  static let falseAlarmRates = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5,
  ]

  /// The details of a run from its conversations and what is known of their messages.
  init(_ units: [EvaluatedConversation], truth: [String: MessageTruth]) {
    self.init(
      delay: DelaySummary(units, truth: truth), reliability: ReliabilityBin.equalMass(units),
      adaptiveCalibrationError: ReliabilityBin.calibrationError(
        of: ReliabilityBin.equalMass(units)))
    let negatives = units.count { !$0.isPositive }
    guard negatives > 0, negatives < units.count else { return }
    review = Self.team.outcome(of: units, minutesAfterAlert: Self.minutes(units, truth))
    reviewCurve = Self.curve(units)
  }

  /// By id, how long conversations go on after their alert.
  private static func minutes(
    _ units: [EvaluatedConversation], _ truth: [String: MessageTruth]
  ) -> [String: Double] {
    var minutes: [String: Double] = [:]
    for unit in units {
      guard let alert = unit.alert, let all = truth[unit.id]?.minutes, let last = all.last,
        all.indices.contains(alert - 1)
      else { continue }
      minutes[unit.id] = last - all[alert - 1]
    }
    return minutes
  }

  /// The team at the thresholds that flag at most so many benign conversations.
  private static func curve(_ units: [EvaluatedConversation]) -> [ReviewPoint] {
    let roc = Curves.roc(units)
    var points: [ReviewPoint] = []
    for rate in falseAlarmRates {
      guard let point = roc.last(where: { $0.x <= rate && $0.threshold != nil }),
        let threshold = point.threshold, points.last?.threshold != threshold
      else { continue }
      let flagged = units.map { unit in
        var unit = unit
        let isFlagged = unit.score.map { $0 >= threshold } ?? false
        unit.alert = isFlagged ? max(1, unit.messageCount) : nil
        return unit
      }
      points.append(
        ReviewPoint(
          falseAlarmRate: point.x, threshold: threshold, outcome: team.outcome(of: flagged)))
    }
    return points
  }
}
