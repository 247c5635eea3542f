public import Chat

/// How many people a detector would trouble for nothing: false alerts among benign conversations,
/// overall and by scenario family.
///
/// - per 1,000 benign conversations: 1000 · FP / N_neg, which is `false_alerts_per_1000`;
/// - per 10,000 messages: 10,000 · FP / messages of the benign conversations, since a moderator's
///   load comes with traffic and conversations differ in length.
///
/// In 0…1,000 and 0…10,000; better when lower. Also false alarms per thousand; the measures are this
/// workbench's, the rate is the FPR of ROC analysis (Fawcett 2006, doi:10.1016/j.patrec.2005.10.010).
///
/// Alerts are sticky: a conversation has one false alert or none, however long it goes on after it.
/// Intervals are Wilson's (``ScaledRate``). Those per message take messages for independent, which
/// at most one alert per conversation nearly makes them while alerts are rare.
///
/// **Families** stand with hard negatives first, then by name; a conversation without scenario or
/// kind counts under nil. **Empty**: no benign conversation gives nil rates and no families.
/// Scores, NaN or not, play no part. O(n log n) at most.
///
/// **Comparison.** The overall rate is 1000 · (1 − specificity); with scikit-learn,
/// `1000 * (1 - recall_score(y, flagged, pos_label=0))`.
public struct Burden: Sendable, Equatable {
  /// The false alerts of one group of benign conversations.
  public struct Family: Sendable, Equatable {
    /// The scenario family; nil where the corpus names none.
    public let scenario: String?
    /// Why the conversations are in their corpus; nil where it does not say.
    public let kind: ConversationKind?
    /// False alerts per 1,000 of its conversations.
    public let perThousandConversations: ScaledRate
    /// False alerts per 10,000 of its messages.
    public let perTenThousandMessages: ScaledRate
  }

  /// False alerts per 1,000 benign conversations.
  public let perThousandConversations: ScaledRate
  /// False alerts per 10,000 messages of benign conversations.
  public let perTenThousandMessages: ScaledRate
  /// The same by scenario and kind.
  public let families: [Family]

  /// The burden of a detector's decisions.
  public init(_ units: [EvaluatedConversation]) {
    var total = Count()
    var counts: [Name: Count] = [:]
    for unit in units where !unit.isPositive {
      total.add(unit)
      counts[Name(scenario: unit.scenario, kind: unit.kind), default: Count()].add(unit)
    }
    (perThousandConversations, perTenThousandMessages) = (total.conversations, total.messages)
    families = counts.sorted { $0.key.order < $1.key.order }.map { name, count in
      Family(
        scenario: name.scenario, kind: name.kind, perThousandConversations: count.conversations,
        perTenThousandMessages: count.messages)
    }
  }

  private struct Name: Hashable {
    var scenario: String?
    var kind: ConversationKind?

    var order: (Int, String) {
      let rank =
        switch kind {
        case .hardNegative: 0
        case .ordinary: 1
        case .grooming: 2
        case nil: 3
        }
      return (rank, scenario ?? "\u{10FFFF}")
    }
  }

  private struct Count {
    private var alerts = 0
    private var units = 0
    private var messageCount = 0

    mutating func add(_ unit: EvaluatedConversation) {
      units += 1
      if unit.isRetrieved { alerts += 1 }
      // An alert stands on a message, whatever an imported corpus says of its length.
      messageCount += max(unit.messageCount, unit.isRetrieved ? 1 : 0)
    }

    var conversations: ScaledRate { ScaledRate(events: alerts, trials: units, scale: 1000) }
    var messages: ScaledRate { ScaledRate(events: alerts, trials: messageCount, scale: 10_000) }
  }
}
