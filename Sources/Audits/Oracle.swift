public import Chat
public import Detection

/// The ceiling of a generated corpus: a logistic regression on the gold acts of the training split.
///
/// A control, not a detector: it reads signs, cues and roles that no platform has. Where it does not
/// reach an AUROC of .95, the truth of the corpus contradicts itself.
public struct Oracle: Sendable {
  /// The name of its rows.
  public static let name = "oracle"
  /// Rises whenever a change alters any score.
  public static let version = 1
  /// The strength of the L2 penalty, as LIBLINEAR's C.
  public static let cost = 1.0

  let weights: [Double]
  let bias: Double

  /// Whether the conversations carry the gold acts and roles that an oracle needs.
  public static func applies(to examples: Examples) -> Bool {
    var acts = false
    for item in examples.items {
      let chunk = examples.chunks[item.chunk]
      let conversation = chunk.conversations[item.conversation]
      if conversation.participants.allSatisfy({ $0.role == nil }) { return false }
      acts = acts || conversation.messages.contains { !chunk.messages.signs[$0].isEmpty }
    }
    return acts
  }

  /// Fits the weights. Deterministic; O(iterations · acts).
  public init(training examples: Examples) {
    let rows = examples.items.map {
      SparseRow(
        OracleFeatures(examples.chunks[$0.chunk], conversation: $0.conversation).values,
        isPositive: $0.isPositive)
    }
    let fitted = LogisticFit(rows, features: OracleFeatures.count, cost: Self.cost)
    (weights, bias) = (fitted.weights, fitted.bias)
  }

  /// The probability of grooming after each message of conversation `index`.
  ///
  /// The score changes only where a message carries an act or brings a cue into reach.
  /// O(acts² + messages).
  public func prefixScores(_ chunk: Chunk, conversation index: Int) -> [Double] {
    let acts = OracleActs(chunk, conversation: index)
    var scores: [Double] = []
    scores.reserveCapacity(acts.messageCount)
    var score = probability(of: OracleFeatures(acts, prefix: 0))
    for message in 0..<acts.messageCount {
      if acts.hasAct(at: message) {
        score = probability(of: OracleFeatures(acts, prefix: message + 1))
      }
      scores.append(score)
    }
    return scores
  }

  private func probability(of features: OracleFeatures) -> Double {
    var margin = bias
    for (index, value) in features.values { margin += weights[index] * value }
    return LogisticFit.probability(margin)
  }
}
