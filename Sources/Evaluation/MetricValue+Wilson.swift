import Statistics

extension MetricValue {
  /// What one of each metric that is a share of conversations counts as; the others are no shares.
  private static let scales = [
    "precision": 1.0, "recall": 1, "fpr": 1, "premature": 1, "false_alerts_per_1000": 1000,
  ]

  /// Replaces the interval of a share that is 0 or 1 on the list itself by Wilson's.
  ///
  /// Every resample repeats such a share, so the bootstrap would claim certainty: no false alarm
  /// among 300 conversations does not prove a rate of zero. ``count`` is the denominator here,
  /// taken as independent conversations.
  mutating func widenIfExtreme() {
    guard let scale = Self.scales[name], let value, value == 0 || value == scale else { return }
    let interval = WilsonInterval(successes: value == 0 ? 0 : count, trials: count)
    (low, high) = (interval.map { $0.low * scale }, interval.map { $0.high * scale })
  }
}
