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
      messageScores: trace.scores, messageStages: trace.stages)
  }
}

/// A built-in detector at work behind a view.
struct DetectorPrefixScorer: PrefixScorer {
  private let scorer: any Scorer
  private let lens: ViewLens

  init(_ detector: any Detector, _ lens: ViewLens) {
    (scorer, self.lens) = (lens.scorer(detector.makeScorer()), lens)
  }

  func score(_ chunk: borrowing Chunk, conversation index: Int) -> ScoredConversation {
    let conversation = chunk.conversations[index]
    scorer.begin(claims: ViewLens.claims(conversation))
    if lens.view == .reported {
      return ScoredConversation(trace: report(chunk, conversation))
    }
    var trace = PrefixTrace(scores: [])
    trace.scores.reserveCapacity(conversation.messages.count)
    for message in conversation.messages {
      trace.scores.append(scorer.observe(chunk.messages, message))
      guard let belief = scorer.stage else { continue }
      trace.critical.append(belief.critical)
      trace.stages.append(belief.stage)
      trace.stage = belief.stage
    }
    return ScoredConversation(trace: trace)
  }

  /// 0 before the report, and from then on what the reported messages say.
  private func report(_ chunk: borrowing Chunk, _ conversation: Conversation) -> PrefixTrace {
    var score = 0.0
    for message in lens.readable(conversation) {
      score = scorer.observe(chunk.messages, message)
    }
    let before = max(0, lens.reportedMessage(of: conversation) - 1)
    let after = conversation.messages.count - before
    func series(_ value: Double) -> [Double] {
      [Double](repeating: 0, count: before) + [Double](repeating: value, count: after)
    }
    let belief = conversation.messages.isEmpty ? nil : scorer.stage
    return PrefixTrace(
      scores: series(score), critical: belief.map { series($0.critical) } ?? [],
      stage: belief?.stage)
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
