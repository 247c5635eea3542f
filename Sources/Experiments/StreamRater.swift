import Chat
public import CorpusFormats
import Detection

/// Watches many conversations at once and says the moment a policy fires.
///
/// Holds the state of at most `capacity` conversations; the one that was silent longest is forgotten
/// first, and begins anew if it speaks again.
public struct StreamRater {
  /// An alert, as one line of JSON tells it.
  public struct Alert: Sendable, Equatable {
    /// The conversation.
    public var conversation: String
    /// 1-based number of the message that raised it.
    public var message: Int
    /// The calibrated probability after that message.
    public var score: Double

    /// `{"conversation":…,"message":k,"score":x,"rating":n,"alert":true}`
    public var json: JSONText {
      .object([
        ("conversation", .string(conversation)), ("message", .integer(message)),
        ("score", .number(score)), ("rating", .integer(Int((score * 10).rounded()))),
        ("alert", .bool(true)),
      ])
    }
  }

  private struct Watched {
    var scorer: any Scorer
    var authors: [String: Int] = [:]
    var monitor: AlertMonitor
    var lastSpoke: Int
  }

  private let model: ModelFile
  private let capacity: Int
  private var watched: [String: Watched] = [:]
  private var clock = 0
  /// How many messages were taken.
  public private(set) var messages = 0
  /// How many alerts were raised.
  public private(set) var alerts = 0
  /// How many conversations were forgotten for lack of room.
  public private(set) var forgotten = 0

  /// A rater without conversations.
  ///
  /// - Precondition: `capacity` > 0.
  public init(_ model: ModelFile, capacity: Int = 100_000) {
    precondition(capacity > 0, "a rater that may hold nothing")
    (self.model, self.capacity) = (model, capacity)
  }

  /// Takes the next message of any conversation.
  ///
  /// - Returns: the alert, the first time the conversation's policy fires; else nil.
  public mutating func observe(_ message: JSONL.StreamedMessage) -> Alert? {
    clock += 1
    messages += 1
    var state = watched.removeValue(forKey: message.conversation) ?? begin()
    state.lastSpoke = clock
    let author = state.authors[message.author, default: state.authors.count]
    state.authors[message.author] = author
    let score = state.scorer.observe(
      author: author, time: message.time, text: message.text.span)
    let fired = state.monitor.observe(score, critical: state.scorer.stage?.critical)
    let number = state.monitor.count
    watched[message.conversation] = state
    guard fired else { return nil }
    alerts += 1
    return Alert(conversation: message.conversation, message: number, score: score)
  }

  private mutating func begin() -> Watched {
    if watched.count >= capacity { forgetSilent() }
    let scorer = model.lens.scorer(model.detector.makeScorer())
    scorer.begin()
    return Watched(scorer: scorer, monitor: AlertMonitor(model.policy), lastSpoke: clock)
  }

  /// Forgets the quarter that was silent longest, so that the search is paid for once in many.
  private mutating func forgetSilent() {
    let oldest = watched.sorted { $0.value.lastSpoke < $1.value.lastSpoke }
      .prefix(max(1, capacity / 4))
    for (conversation, _) in oldest { watched[conversation] = nil }
    forgotten += oldest.count
  }
}
