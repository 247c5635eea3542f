public import Statistics

/// How many conversations a policy alerts on.
public struct AlertRate: Sendable, Equatable {
  /// Conversations that alert.
  public let alerts: Int
  /// All conversations, those without messages included.
  public let conversations: Int

  /// The share that alerts; 0 without conversations.
  public var share: Double {
    conversations == 0 ? 0 : Double(alerts) / Double(conversations)
  }

  /// Wilson's 95 % interval of the share among all such chat; nil without conversations.
  public var interval: WilsonInterval? {
    WilsonInterval(successes: alerts, trials: conversations)
  }
}

extension PolicyFitting {
  /// Sets a policy's threshold by a platform's own chat, for a wanted load of alerts.
  ///
  /// Of the n conversations at most ⌊`alertRate` · n⌋ alert: as many as ties allow, at the highest
  /// threshold that still alerts on them. Everything else about the policy stays. Where no alert
  /// is allowed, the threshold lies just above everything that was seen: the interval of the result
  /// says how little a small sample proves.
  ///
  /// ```swift
  /// let traces = [0.1, 0.9, 0.4, 0.7].map { PrefixTrace(scores: [$0]) }
  /// try PolicyFitting.calibrate(.threshold(0.5), traces: traces, alertRate: 0.25).policy
  /// // .threshold(0.9)
  /// ```
  ///
  /// - Parameters:
  ///   - traces: what the detector said of unlabelled, in the main benign conversations.
  ///   - alertRate: the wanted share of conversations that alert, 0…1.
  /// - Returns: the policy, and what it does on `traces`; without traces the policy as it was.
  /// - Throws: ``DetectionError/missingStages(policy:)``. O(n log n + messages).
  public static func calibrate(
    _ policy: StopPolicy, traces: [PrefixTrace], alertRate: Double
  ) throws(DetectionError) -> (policy: StopPolicy, achieved: AlertRate) {
    precondition((0...1).contains(alertRate), "an alert rate of \(alertRate)")
    try requireStages(policy.name, traces)
    let statistics = traces.map { policy.statistic($0) }.filter { $0 > -.infinity }
      .sorted(by: >)
    func achieved(_ alerts: Int) -> AlertRate {
      AlertRate(alerts: alerts, conversations: traces.count)
    }
    guard let largest = statistics.first else { return (policy, achieved(0)) }
    // A rate such as .29 is not exactly a number of this machine: .29 · 100 must allow 29.
    let allowed = Int(alertRate * Double(traces.count) * (1 + 1e-12))
    var alerts = min(allowed, statistics.count)
    // Equal statistics alert together or not at all.
    while alerts > 0, alerts < statistics.count, statistics[alerts] == statistics[alerts - 1] {
      alerts -= 1
    }
    let threshold = alerts > 0 ? statistics[alerts - 1] : largest.nextUp
    return (policy.withThreshold(threshold), achieved(alerts))
  }
}
