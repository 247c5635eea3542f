public import Chat
public import Detection

/// What `nightlight-scan rate` says of one conversation.
public struct Rating: Sendable, Equatable {
  /// The conversation's id.
  public var id: String
  /// The calibrated probability after the last message, 0…1.
  public var score: Double
  /// 1-based number of the message that raised the alert, or nil.
  public var alertMessage: Int?
  /// The stage after the last message, from a detector that knows stages.
  public var stage: Stage?
  /// Whether the model never saw the conversation's locale; then there is no alert.
  public var abstains: Bool
  /// The messages that carried the score, strongest first.
  public var evidence: [Evidence]

  /// The score in tenths, 0…10.
  public var rating: Int { Int((score * 10).rounded()) }

  /// The line of the contract.
  public var json: JSONText {
    .object([
      ("id", .string(id)), ("score", .number(score)), ("rating", .integer(rating)),
      ("alert", .bool(alertMessage != nil)), ("alert_message", .optional(alertMessage)),
      ("stage", .optional(stage?.rawValue)), ("abstain", .bool(abstains)),
      ("evidence", .array(evidence.map(\.json))),
    ])
  }
}

extension Evidence {
  /// `{"message":k,"contribution":x,"terms":[…]}`
  var json: JSONText {
    .object([
      ("message", .integer(message)), ("contribution", .number(contribution)),
      ("terms", .array(terms.map(JSONText.string))),
    ])
  }
}

/// Rates whole conversations with a model.
public struct Rater: Sendable {
  /// How many messages are named as evidence.
  public static let evidenceLimit = 5

  private let model: ModelFile

  /// A rater.
  public init(_ model: ModelFile) { self.model = model }

  /// The ratings of all conversations of a chunk in order. O(text).
  public func rate(_ chunk: Chunk, threads: Int = availableThreads) throws -> [Rating] {
    let size = max(1, (chunk.conversations.count + 4 * threads - 1) / (4 * threads))
    var ratings: [Rating] = []
    try inOrder(
      (chunk.conversations.count + size - 1) / size, workers: threads,
      produce: { number in
        let scorer = DetectorPrefixScorer(model.detector, model.lens)
        let range = (number * size)..<min((number + 1) * size, chunk.conversations.count)
        return range.map { rate(chunk, $0, scorer) }
      },
      consume: { (part: [Rating]) in ratings += part })
    return ratings
  }

  private func rate(_ chunk: Chunk, _ index: Int, _ scorer: DetectorPrefixScorer) -> Rating {
    let conversation = chunk.conversations[index]
    let trace = scorer.score(chunk, conversation: index).trace
    let abstains = model.header.abstains(for: conversation.locale)
    let alert = abstains ? nil : model.policy.firstAlert(trace)
    let evidence =
      alert == nil
      ? []
      : model.lens.explain(
        model.detector, chunk, conversation: index, limit: Self.evidenceLimit)
    return Rating(
      id: conversation.id, score: trace.scores.last ?? 0, alertMessage: alert, stage: trace.stage,
      abstains: abstains,
      evidence: evidence)
  }
}
