/// Whether a scorer's answer stays where it should when what must not matter changes: the invariance
/// test of CheckList (Ribeiro et al. 2020, doi:10.18653/v1/2020.acl-main.442).
///
/// Compared are the scores of the same conversations, clean and perturbed, after the last message. A
/// scorer passes where at least 95 % of them differ by at most .05; an alert is kept where both raised
/// one.
///
/// ```swift
/// let test = Invariance(
///   clean: ["a": (score: 0.9, alert: 4), "b": (score: 0.1, alert: nil)],
///   perturbed: ["a": (score: 0.88, alert: 6), "b": (score: 0.4, alert: 9)])
/// test.stable   // 1 of 2
/// test.passes   // false
/// test.keptAlerts  // 1 of 1
/// ```
public struct Invariance: Sendable, Equatable {
  /// What a run says of one conversation: the score after the last message, and the 1-based number of
  /// the message that raised the alert; nil for none.
  public typealias Answer = (score: Double?, alert: Int?)

  /// The largest difference of scores that counts as none.
  public static let tolerance = 0.05
  /// The share of conversations that must not differ.
  public static let requiredShare = 0.95

  /// Conversations that both runs scored.
  public let compared: Int
  /// Those whose scores differ by at most ``tolerance``.
  public let stable: Int
  /// Conversations with an alert on clean text, among those that both runs answered.
  public let alerts: Int
  /// Those of ``alerts`` that raise one on perturbed text too, wherever.
  public let keptAlerts: Int
  /// Conversations without an alert on clean text that raise one on perturbed text.
  public let newAlerts: Int
  /// Conversations that only one of the runs answered.
  public let unpaired: Int
  /// The largest difference of scores; nil where nothing was compared.
  public let largestDifference: Double?

  /// The comparison of two runs, by the ids of the conversations.
  ///
  /// A conversation without a score, or with NaN, in either run is not ``compared``; its alerts count
  /// all the same. O(n).
  public init(clean: [String: Answer], perturbed: [String: Answer]) {
    var (compared, stable, alerts, kept, new) = (0, 0, 0, 0, 0)
    var largest: Double?
    var paired = 0
    for (id, before) in clean {
      guard let after = perturbed[id] else { continue }
      paired += 1
      if before.alert != nil {
        alerts += 1
        if after.alert != nil { kept += 1 }
      } else if after.alert != nil {
        new += 1
      }
      guard let a = before.score, let b = after.score, !a.isNaN, !b.isNaN else { continue }
      compared += 1
      let difference = abs(a - b)
      // Numbers such as 0.9 − 0.85 are no multiples of a power of two.
      if difference <= Self.tolerance + 1e-12 { stable += 1 }
      largest = max(largest ?? 0, difference)
    }
    (self.compared, self.stable, self.alerts) = (compared, stable, alerts)
    (keptAlerts, newAlerts, largestDifference) = (kept, new, largest)
    unpaired = clean.count + perturbed.count - 2 * paired
  }

  /// The share of conversations whose scores stay; nil where nothing was compared.
  public var stableShare: Double? {
    compared > 0 ? Double(stable) / Double(compared) : nil
  }

  /// The share of alerts that are raised again; nil without alerts on clean text.
  public var keptShare: Double? { alerts > 0 ? Double(keptAlerts) / Double(alerts) : nil }

  /// Whether at least 95 % of the scores stay; false where nothing was compared.
  public var passes: Bool { stableShare.map { $0 >= Self.requiredShare } ?? false }
}
