import Chat
public import CorpusFormats
import Detection

/// Watches many conversations at once and says the moment a policy fires.
///
/// Holds the state of at most `capacity` conversations; the one that was silent longest is forgotten
/// first, and begins anew if it speaks again. A model that keeps running sums holds no scorer for each
/// conversation and does not tell its authors apart, so that a million stay below half a gigabyte.
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

  /// What is known of a conversation.
  private enum Memory {
    case scorer(any Scorer, authors: [String: Int])
    case sums(RunningSums)
  }

  private struct Watched {
    var memory: Memory
    var monitor: AlertMonitor
    var lastSpoke: Int
  }

  /// What one conversation takes in the table of those that are held, besides what its scorer
  /// allocates and an id of more than 15 bytes.
  public static let bytesPerPlace = MemoryLayout<(String, Watched)>.stride
  /// The most places that the table has for each conversation that it holds: it doubles when three
  /// quarters are taken.
  public static let placesPerConversation = 8.0 / 3

  private let model: ModelFile
  private let capacity: Int
  /// The detector, where it keeps running sums.
  private let summed: RunningSumDetector?
  private var watched: [String: Watched] = [:]
  private var scratch: [UInt32] = []
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
    summed = model.detector as? RunningSumDetector
  }

  /// Takes the next message of any conversation.
  ///
  /// - Returns: the alert, the first time the conversation's policy fires; else nil.
  public mutating func observe(_ message: JSONL.StreamedMessage) -> Alert? {
    clock += 1
    messages += 1
    // Taken out while it is worked on, so that its memory is held once.
    var state = watched.removeValue(forKey: message.conversation) ?? begin()
    state.lastSpoke = clock
    let (score, critical) = score(message, &state.memory)
    let fired = state.monitor.observe(score, critical: critical)
    let number = state.monitor.count
    watched[message.conversation] = state
    guard fired else { return nil }
    alerts += 1
    return Alert(conversation: message.conversation, message: number, score: score)
  }

  private mutating func score(
    _ message: JSONL.StreamedMessage, _ memory: inout Memory
  ) -> (score: Double, critical: Double?) {
    switch memory {
    case .sums(var sums):
      guard let detector = summed else { preconditionFailure("sums without their detector") }
      let score = detector.observe(message.text.span, &sums, scratch: &scratch)
      memory = .sums(sums)
      return (score, nil)
    case .scorer(let scorer, let authors):
      let author = authors[message.author] ?? authors.count
      // Written for a new author alone: a copy for every message would be paid by every message.
      if author == authors.count {
        memory = .scorer(scorer, authors: authors.merging([message.author: author]) { $1 })
      }
      let score = scorer.observe(author: author, time: message.time, text: message.text.span)
      return (score, scorer.stage?.critical)
    }
  }

  private mutating func begin() -> Watched {
    if watched.count >= capacity { forgetSilent() }
    let monitor = AlertMonitor(model.policy)
    if summed != nil {
      return Watched(memory: .sums(RunningSums()), monitor: monitor, lastSpoke: clock)
    }
    let scorer = model.lens.scorer(model.detector.makeScorer())
    scorer.begin()
    return Watched(
      memory: .scorer(scorer, authors: [:]), monitor: monitor, lastSpoke: clock)
  }

  /// Forgets the quarter that was silent longest, so that the search is paid for once in many.
  private mutating func forgetSilent() {
    // Every message has its own moment, so the moment tells who goes; only their ids are copied.
    let moments = watched.values.map(\.lastSpoke).sorted()
    let last = moments[max(1, capacity / 4) - 1]
    let oldest = watched.compactMap { $0.value.lastSpoke <= last ? $0.key : nil }
    for conversation in oldest { watched[conversation] = nil }
    forgotten += oldest.count
  }
}
