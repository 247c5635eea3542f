/// One metric of the contract: its name and how tables show it.
///
/// The unit of every rate is the conversation.
public struct Metric: Sendable, Equatable {
  /// Which values are better.
  public enum Direction: Sendable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
  }

  /// How a value is written.
  enum Style: Sendable {
    case rate, signedRate, messages, perThousand, nanoseconds, count, seconds, bytes
  }

  /// The name of the contract, such as `f_latency_onset`.
  public let name: String
  /// What a heading calls it.
  public let title: String
  /// The constants and the unit that belong under the heading; nil where there are none.
  public let detail: String?
  /// Which values are better.
  public let direction: Direction
  /// How a value is written.
  let style: Style
  /// Whether the clock decides it rather than the predictions: such a metric has no interval.
  public let isMeasured: Bool

  private init(
    _ name: String, _ title: String, _ detail: String? = nil, _ direction: Direction = .higher,
    _ style: Style = .rate, isMeasured: Bool = false
  ) {
    (self.name, self.title, self.detail, self.direction) = (name, title, detail, direction)
    (self.style, self.isMeasured) = (style, isMeasured)
  }

  /// Every metric, in the order of the contract.
  public static let all = [
    Metric("precision", "Precision"),
    Metric("recall", "Recall"),
    Metric("f1", "F1", "β = 1"),
    Metric("f0_5", "F0.5", "β = 0.5"),
    Metric("f2", "F2", "β = 2"),
    Metric("mcc", "MCC", nil, .higher, .signedRate),
    Metric("fpr", "FPR", nil, .lower),
    Metric("average_precision", "Average precision"),
    Metric("auroc", "AUROC"),
    Metric("recall_at_fpr_0_01", "Recall at FPR 1 %"),
    Metric("recall_at_fpr_0_001", "Recall at FPR 0.1 %"),
    Metric("precision_at_recall_0_9", "Precision at recall 0.9"),
    Metric("erde_5", "ERDE", "o = 5", .lower),
    Metric("erde_50", "ERDE", "o = 50", .lower),
    Metric("f_latency", "F-latency", "m = 90, p = ln 3 / 89"),
    Metric("speed", "Speed", "m = 90, p = ln 3 / 89"),
    Metric("f_latency_onset", "F-latency from onset", "m = 90, p = ln 3 / 89"),
    Metric("erisk_f_latency", "eRisk F-latency", "p = 0.0078"),
    Metric("erisk_speed", "eRisk speed", "p = 0.0078"),
    Metric("latency_median", "Median alert", "messages from the start", .lower, .messages),
    Metric("delay_median", "Median delay", "messages from onset", .lower, .messages),
    Metric("premature", "Premature", "share with an alert before onset", .lower),
    Metric(
      "false_alerts_per_1000", "False alerts", "per 1,000 benign conversations", .lower,
      .perThousand),
    Metric("brier", "Brier", nil, .lower),
    Metric("log_loss", "Log loss", nil, .lower),
    Metric("ece", "ECE", "10 bins", .lower),
    Metric("p50_ns", "p50", "per message", .lower, .nanoseconds, isMeasured: true),
    Metric("p90_ns", "p90", "per message", .lower, .nanoseconds, isMeasured: true),
    Metric("p99_ns", "p99", "per message", .lower, .nanoseconds, isMeasured: true),
    Metric("p99_9_ns", "p99.9", "per message", .lower, .nanoseconds, isMeasured: true),
    Metric(
      "messages_per_second", "Throughput", "messages per second", .higher, .count,
      isMeasured: true),
    Metric("train_seconds", "Training", nil, .lower, .seconds, isMeasured: true),
    Metric("model_bytes", "Model", nil, .lower, .bytes, isMeasured: true),
  ]

  /// The metric with a name of the contract.
  ///
  /// - Precondition: the contract has it.
  public static func named(_ name: String) -> Metric {
    guard let metric = all.first(where: { $0.name == name }) else {
      preconditionFailure("\(name): not a metric of the contract")
    }
    return metric
  }

  /// What the constants mean that stand beside the scores.
  static let constants =
    "F-latency = F1 · speed, speed = 1 − median over true positives of tanh(p(l − 1)/2) with l the "
    + "alert's latency in messages, p = ln 3/(m − 1), m = 90. The variant from onset counts l from "
    + "the first risky message and an alert before it as a false positive. eRisk: p = 0.0078. ERDE: "
    + "lower is better."
}
