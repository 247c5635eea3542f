public import Chat
import Detection

/// Answers to the two problems of PAN-2012 in its submission formats: who are the predators, and
/// which of their lines tell it.
///
/// A conversation counts where the model's policy raises an alert. Its suspect is the author with
/// the highest score; problem 1 lists every suspect, problem 2 those messages of a suspect that speak
/// for an alert.
/// Source: Inches & Crestani 2012, "Overview of the international sexual predator identification
/// competition at PAN-2012".
///
/// ```swift
/// var answers = PANAnswers(model)
/// answers.observe(chunk)
/// answers.predators  // ["a17…", "f03…"]
/// ```
public struct PANAnswers {
  /// A line of a conversation, as the corpus numbers it.
  public struct Line: Sendable, Equatable {
    /// The conversation's id.
    public var conversation: String
    /// 1-based number of the message.
    public var message: Int

    /// A line.
    public init(conversation: String, message: Int) {
      (self.conversation, self.message) = (conversation, message)
    }
  }

  private let model: ModelFile
  private let scorer: DetectorPrefixScorer
  private var found: Set<String> = []
  /// The lines of problem 2 in the order of the corpus.
  public private(set) var lines: [Line] = []
  /// How many conversations alerted.
  public private(set) var alerts = 0

  /// Answers of a model that has seen nothing yet.
  public init(_ model: ModelFile) {
    self.model = model
    scorer = DetectorPrefixScorer(model.detector, model.lens)
  }

  /// The authors of problem 1, sorted.
  public var predators: [String] { found.sorted() }

  /// Takes the conversations of a chunk. O(text).
  public mutating func observe(_ chunk: Chunk) {
    for (index, conversation) in chunk.conversations.enumerated() {
      let trace = scorer.score(chunk, conversation: index).trace
      guard model.policy.firstAlert(trace) != nil,
        !model.header.abstains(for: conversation.locale)
      else { continue }
      alerts += 1
      let seen = model.lens.viewed(chunk, conversation: index)
      let scores = model.detector.authorScores(seen, conversation: 0)
      let best = scores.max() ?? 0
      guard best > 0, let suspect = scores.firstIndex(of: best) else { continue }
      found.insert(conversation.authors[suspect])
      let evidence = model.lens.explain(
        model.detector, chunk, conversation: index, limit: conversation.messages.count)
      let telling = evidence.filter { item in
        let message = conversation.messages.lowerBound + item.message - 1
        return item.contribution > 0 && Int(chunk.messages.author[message]) == suspect
      }
      lines += telling.map(\.message).sorted().map {
        Line(conversation: conversation.id, message: $0)
      }
    }
  }

  /// The submission file of problem 1: an author a line.
  public var firstProblem: String { predators.map { $0 + "\n" }.joined() }

  /// The submission file of problem 2: conversation, a tab and the number of the message.
  public var secondProblem: String {
    lines.map { "\($0.conversation)\t\($0.message)\n" }.joined()
  }
}
