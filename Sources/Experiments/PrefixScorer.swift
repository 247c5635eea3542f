import Audits
import Chat
import Detection
import Evaluation
import Store

/// Something that says after every message of a conversation what it thinks of it.
protocol PrefixScorer {
  /// What it says of conversation `index`. O(messages).
  func score(_ chunk: borrowing Chunk, conversation index: Int) -> ScoredConversation
}

/// What was said of one conversation, and how the work on it ended.
struct ScoredConversation: Sendable {
  /// What was said after every message; empty where the work failed.
  var trace: PrefixTrace
  /// How the work ended.
  var outcome: PredictionOutcome = .ok
  /// The score of a conversation that holds no message.
  var endScore: Double = 0

  /// The row of a run under `policy`.
  func prediction(_ id: String, _ policy: StopPolicy) -> PredictionRecord {
    guard outcome == .ok else {
      return PredictionRecord(conversation: id, outcome: outcome, score: nil, alertMessage: nil)
    }
    return PredictionRecord(
      conversation: id, score: trace.scores.last ?? endScore,
      alertMessage: policy.firstAlert(trace),
      messageScores: trace.scores)
  }
}

/// A built-in detector at work.
struct DetectorPrefixScorer: PrefixScorer {
  let scorer: any Scorer

  func score(_ chunk: borrowing Chunk, conversation index: Int) -> ScoredConversation {
    let range = chunk.conversations[index].messages
    var trace = PrefixTrace(scores: [])
    trace.scores.reserveCapacity(range.count)
    scorer.begin()
    for message in range {
      trace.scores.append(scorer.observe(chunk.messages, message))
      guard let belief = scorer.stage else { continue }
      trace.critical.append(belief.critical)
      trace.stage = belief.stage
    }
    return ScoredConversation(trace: trace)
  }
}

/// The control that knows the gold acts.
struct OraclePrefixScorer: PrefixScorer {
  let oracle: Oracle

  func score(_ chunk: borrowing Chunk, conversation index: Int) -> ScoredConversation {
    ScoredConversation(
      trace: PrefixTrace(scores: oracle.prefixScores(copy chunk, conversation: index)))
  }
}
