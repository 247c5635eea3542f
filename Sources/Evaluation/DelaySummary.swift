public import Chat

/// When the alerts came, as measured from the onset of grooming: what a single median would hide.
///
/// Over the grooming conversations whose onset is known,
///
/// - ``quantiles``: the smallest number of messages after onset by which a quarter, half, three
///   quarters and nine tenths have an alert, from the Kaplan–Meier curve; misses are censored at
///   their last message and premature alerts count at 0, so no figure leaves the misses out;
/// - ``medianMinutes``: the same for half of them, in whole minutes of the chat's own clock;
/// - ``alertRate``, ``premature``: shares with an alert, and with one before onset;
/// - ``caughtWithinTen``: the share with an alert at the onset or at most ten messages later;
/// - ``beforeCritical``: the share with an alert before the first message of a critical stage;
/// - ``exposed``: of all risky messages, the share that was written before the alert: all of those
///   in a conversation that was missed;
/// - ``stages``: how many alerts came while the conversation stood in each stage.
///
/// **Empty**: rates without trials and quantiles that the curve does not reach are nil, never NaN.
/// O(n log n + messages). Neither scikit-learn nor the shared tasks have a counterpart.
public struct DelaySummary: Sendable, Equatable {
  /// The shares that ``quantiles`` belong to.
  public static let shares = [0.25, 0.5, 0.75, 0.9]

  /// The share with an alert.
  public let alertRate: ScaledRate
  /// The share with an alert before onset.
  public let premature: ScaledRate
  /// The share with an alert at the onset or at most ten messages later.
  public let caughtWithinTen: ScaledRate
  /// The share with an alert before the first message of a critical stage.
  public let beforeCritical: ScaledRate
  /// The share of risky messages that were written before the alert.
  public let exposed: ScaledRate
  /// Messages after onset, in the order of ``shares``; nil where the curve does not come that far.
  public let quantiles: [Int?]
  /// Minutes after onset by which half have an alert; nil also where times are unknown.
  public let medianMinutes: Int?
  /// Alerts by the stage of the message that raised them; those without a known stage left out.
  public let stages: [Stage: Int]

  /// The delays of a detector's alerts; nil where no onset is known.
  ///
  /// - Parameter truth: what is known of the messages, by id of the conversation.
  public init?(_ units: [EvaluatedConversation], truth: [String: MessageTruth]) {
    let known = units.filter { OnsetDelay(of: $0) != nil }
    guard !known.isEmpty else { return nil }
    func share(_ matches: (EvaluatedConversation, OnsetDelay) -> Bool) -> ScaledRate {
      let events = known.count { unit in OnsetDelay(of: unit).map { matches(unit, $0) } ?? false }
      return ScaledRate(events: events, trials: known.count, scale: 1)
    }
    alertRate = share { unit, _ in unit.isRetrieved }
    premature = share { $1.isPremature }
    caughtWithinTen = share { $1.isCaught(within: 10) }
    let critical = known.compactMap { unit in
      truth[unit.id]?.firstCritical.map { (alert: unit.alert, first: $0) }
    }
    beforeCritical = ScaledRate(
      events: critical.count { ($0.alert ?? .max) < $0.first }, trials: critical.count, scale: 1)
    var (risky, written) = (0, 0)
    for unit in known {
      let numbers = truth[unit.id]?.risky ?? []
      risky += numbers.count
      written += numbers.count { $0 < unit.alert ?? .max }
    }
    exposed = ScaledRate(events: written, trials: risky, scale: 1)
    let ones = [Int](repeating: 1, count: known.count)
    let messages = KaplanMeier(
      known.enumerated().compactMap { OnsetDelay(of: $1)?.observation(index: $0) })
    quantiles = Self.shares.map { messages.time(reaching: $0, ones) }
    let minutes = known.enumerated().compactMap { index, unit in
      truth[unit.id].flatMap { Self.observation(unit, $0, index) }
    }
    medianMinutes =
      minutes.count == known.count ? KaplanMeier(minutes).time(reaching: 0.5, ones) : nil
    var stages: [Stage: Int] = [:]
    for unit in known {
      guard let alert = unit.alert, let all = truth[unit.id]?.stages,
        all.indices.contains(alert - 1), let stage = all[alert - 1]
      else { continue }
      stages[stage, default: 0] += 1
    }
    self.stages = stages
  }

  /// The delay in whole minutes, as ``OnsetDelay`` counts it in messages.
  private static func observation(
    _ unit: EvaluatedConversation, _ truth: MessageTruth, _ index: Int
  ) -> KaplanMeier.Observation? {
    guard let onset = unit.onset,
      let minutes = truth.minutes(from: onset, to: unit.alert ?? truth.minutes.count)
    else { return nil }
    return KaplanMeier.Observation(
      index: index, time: max(0, Int(minutes.rounded())), isEvent: unit.isRetrieved)
  }
}
