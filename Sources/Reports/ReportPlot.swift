/// The figures of a report, by the name that `nightlight-report plot` takes.
public enum ReportPlot: String, Sendable, CaseIterable {
  /// Precision against recall over all thresholds.
  case precisionRecall = "precision-recall"
  /// Recall against the false-alarm rate, logarithmic.
  case roc
  /// F-latency from onset against p99 compute latency, with the frontier.
  case fLatency = "f-latency"
  /// Share of grooming conversations not yet flagged, by messages since onset.
  case delay
  /// Compute latency per message by percentile.
  case latency
  /// Median delay from onset against false alarms, every scorer under every policy.
  case policyFrontier = "policy-frontier"
  /// What a team of reviewers finds, by how much is flagged.
  case reviewers

  /// What the figure shows, for headings and for those who cannot see it.
  public var title: String {
    switch self {
    case .precisionRecall: "Precision and recall"
    case .roc: "Recall against false alarms"
    case .fLatency: "Detection quality against compute latency"
    case .delay: "Delay from onset"
    case .latency: "Compute latency by percentile"
    case .policyFrontier: "Delay against false alarms: scorers × policies"
    case .reviewers: "What a team of reviewers finds"
    }
  }

  /// How to read the figure.
  public var caption: String {
    switch self {
    case .precisionRecall:
      "Precision over recall of the final score, one step per distinct score; up and to the right "
        + "is better. The area under each staircase is its average precision. The dashed line is "
        + "chance: the share of grooming conversations. Unit: conversation."
    case .roc:
      "Recall over the share of benign conversations flagged, final score; up and to the left is "
        + "better. The axis is logarithmic because only its left part is a load that reviewers can "
        + "bear; a rate of 0 stands at the left edge. The dashed curve is chance. Unit: "
        + "conversation."
    case .fLatency:
      "Up and to the left is better: early and right alerts at little compute. The bars are 95 % "
        + "cluster bootstrap intervals; the dashed staircase joins the detectors that no other one "
        + "beats on both axes (controls, in grey, left out). p99 is the time per message that 99 of "
        + "100 messages stay below, one thread."
    case .delay:
      "Kaplan–Meier curves: the share of grooming conversations without an alert so many messages "
        + "after the first risky one; lower and further left is better. Alerts before onset count "
        + "at 0, conversations that are never flagged leave the count at their last message."
    case .latency:
      "Time from a message to its score, one thread, by percentile; lower is better. This is the "
        + "cost of computing, not the delay until an alert."
    case .policyFrontier:
      "Down and to the left is better: an early alert at little cost. One mark per scorer and stop "
        + "policy, threshold and parameters from validation; a pair whose alerts reach fewer than "
        + "half of the grooming conversations has no median and no mark. The dashed staircase joins "
        + "the pairs that no other one beats on both axes (controls left out). Unit: conversation."
    case .reviewers:
      "Higher is better. Everything from a threshold on the final score up is flagged, and a team of "
        + "fixed size reviews the highest scores first; recall is the share of all grooming that was "
        + "reviewed. It rises until the team has no hands free. Unit: conversation."
    }
  }
}
