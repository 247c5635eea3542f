import Chat
import Evaluation
import Experiments
import Store

extension RunRecord {
  /// The metrics that short tables show.
  static let headline = [
    "f_latency_onset", "f1", "precision", "recall", "average_precision", "auroc",
  ]

  /// The run as JSON, with its metrics and their intervals.
  func json(
    metrics: [MetricValue], facts: [(name: String, value: String)] = [],
    latency: ExternalTiming? = nil
  ) -> JSONText {
    .object([
      ("run", .integer(id)), ("key", .string(key)), ("corpus", .string(corpus)),
      ("split", .string(split.rawValue)), ("detector", .string(detector)),
      ("kind", .string(detectorKind.rawValue)), ("version", .integer(detectorVersion)),
      ("parameters", .raw(detectorParameters)), ("policy", .string(policy)),
      ("policy_parameters", .raw(policyParameters)), ("view", .string(view)),
      ("objective", .string(objective)), ("seed", .raw("\(seed)")),
      ("repeat", .integer(repeatNumber)), ("status", .string(status.rawValue)),
      ("error", .optional(error)),
      ("self_reported", .bool(detectorKind == .imported)),
      ("facts", .object(facts.map { ($0.name, .string($0.value)) })),
      ("latency_ns", latency?.roundTrip?.json ?? .null),
      ("compute_ns", latency?.compute?.json ?? .null),
      ("started", .string(startedUTC)), ("finished", .optional(finishedUTC)),
      ("train_seconds", .optional(trainSeconds)), ("model_bytes", .optional(modelBytes)),
      ("messages_per_second", .optional(messagesPerSecond)),
      ("metrics", .object(metrics.map { ($0.name, .optional($0.value)) })),
      (
        "intervals",
        .object(
          metrics.compactMap { metric in
            guard let low = metric.low, let high = metric.high else { return nil }
            return (metric.name, .array([.number(low), .number(high)]))
          })
      ),
    ])
  }
}
