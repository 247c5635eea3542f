public import Chat

extension Detector {
  /// For each author the score of the whole conversation times the author's share of what spoke for
  /// it: the positive contributions of ``Detector/explain(_:conversation:limit:)``. Equal shares
  /// where nothing did. The scores of all authors sum to the score of the conversation.
  public func authorScores(_ chunk: Chunk, conversation: Int) -> [Double] {
    let score = score(chunk, conversation: conversation)
    return contributionShares(chunk, conversation: conversation).map { $0 * score }
  }

  /// The score after the last message of a conversation; 0 without messages.
  func score(_ chunk: Chunk, conversation: Int) -> Double {
    let scorer = makeScorer()
    scorer.begin()
    let columns = chunk.messages
    var score = 0.0
    for message in chunk.conversations[conversation].messages {
      score = scorer.observe(
        author: Int(columns.author[message]),
        time: columns.timeStyle[message].kind == .absent ? nil : columns.time[message],
        text: columns.text.span.extracting(columns.textRange(message)))
    }
    return score
  }

  /// Each author's share of the positive contributions; they sum to 1.
  func contributionShares(_ chunk: Chunk, conversation: Int) -> [Double] {
    let conversation = (number: conversation, value: chunk.conversations[conversation])
    var shares = [Double](repeating: 0, count: conversation.value.authors.count)
    for evidence in explain(chunk, conversation: conversation.number, limit: .max)
    where evidence.contribution > 0 {
      let message = conversation.value.messages.lowerBound + evidence.message - 1
      shares[Int(chunk.messages.author[message])] += evidence.contribution
    }
    let total = shares.reduce(0, +)
    return shares.map { total > 0 ? $0 / total : 1 / Double(shares.count) }
  }
}
