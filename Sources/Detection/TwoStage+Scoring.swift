public import Chat

extension TwoStage {
  /// The running sums of both stages.
  struct State {
    private var conversation = LinearTextModel.State()
    private(set) var authors = AuthorSums()

    mutating func begin() {
      conversation.begin()
      authors.begin()
    }

    /// Takes one message. O(bytes).
    @inline(__always) mutating func observe(
      author: Int, _ text: Span<UInt8>, _ model: TwoStage
    ) {
      conversation.observe(text, model.conversations)
      if let stage = model.authors { authors.observe(author: author, text, stage) }
    }

    /// The margin of the conversation and the largest of an author; 0 where stage two is empty.
    func margins(_ model: TwoStage) -> (first: Double, second: Double) {
      let second = model.authors.map { stage in
        stage.bias + (authors.strongest.map { authors.margin($0) } ?? 0)
      }
      return (conversation.margin + model.conversations.bias, second ?? 0)
    }

    /// The log-odds of everything so far.
    func margin(_ model: TwoStage) -> Double {
      let (first, second) = margins(model)
      return model.combination.margin(first, second)
    }
  }

  /// The state after the last message of a conversation.
  func run(_ chunk: Chunk, conversation: Int) -> State {
    var state = State()
    state.begin()
    let columns = chunk.messages
    for message in chunk.conversations[conversation].messages {
      state.observe(
        author: Int(columns.author[message]),
        columns.text.span.extracting(columns.textRange(message)), self)
    }
    return state
  }

  /// A scorer that keeps the sums of both stages.
  public func makeScorer() -> any Scorer { TwoStageScorer(self) }

  /// The probability of the conversation, shared out among the authors by the odds that stage two
  /// gives each: exactly one of them is the offender. Without stage two, by contribution.
  public func authorScores(_ chunk: Chunk, conversation: Int) -> [Double] {
    let state = run(chunk, conversation: conversation)
    let score = Elementary.logistic(state.margin(self))
    guard let stage = authors else {
      return contributionShares(chunk, conversation: conversation).map { $0 * score }
    }
    let logOdds = chunk.conversations[conversation].authors.indices.map { author in
      stage.calibration.slope * (state.authors.margin(author) + stage.bias)
        + stage.calibration.intercept
    }
    let largest = logOdds.max() ?? 0
    let odds = logOdds.map { Elementary.exp($0 - largest) }
    let total = odds.reduce(0, +)
    return odds.map { score * $0 / total }
  }

  /// What each message added to the log-odds of the whole conversation: its part in stage one,
  /// and in stage two if it is by the author of the largest margin. The sum over all messages, the
  /// biases of both stages at their weights and the intercept is the log-odds.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    let range = chunk.conversations[conversation].messages
    let columns = chunk.messages
    let final = run(chunk, conversation: conversation)
    var parts = conversations.parts(chunk, conversation: conversation).map { part in
      part.mapValues { $0 * combination.first }
    }
    if let stage = authors, let strongest = final.authors.strongest {
      var sums = AuthorSums()
      let weight = combination.second / final.authors.norm(strongest)
      for (index, message) in range.enumerated()
      where Int(columns.author[message]) == strongest {
        let text = columns.text.span.extracting(columns.textRange(message))
        sums.observe(author: strongest, text, stage) {
          parts[index][$0, default: 0] += weight * $1
        }
      }
    }
    let totals = parts.map { part in
      part.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    }
    return EvidenceRanking.top(totals, limit: limit) { index in
      let text = columns.text.span.extracting(columns.textRange(range.lowerBound + index))
      return EvidenceRanking.terms(
        text, conversations.hasher, parts[index], direction: totals[index] < 0 ? -1 : 1)
    }
  }
}

/// The state of one conversation under both stages.
final class TwoStageScorer: Scorer {
  private let model: TwoStage
  private var state = TwoStage.State()

  init(_ model: TwoStage) { self.model = model }

  func begin() { state.begin() }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    state.observe(author: author, text, model)
    return Elementary.logistic(state.margin(model))
  }
}
