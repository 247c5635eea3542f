public import Chat
import TextFeatures

/// Looks at conversations through a view: what training reads, what a scorer reads, and which
/// message an explanation names.
///
/// ```swift
/// let lens = ViewLens(.metadata, salt: 1)
/// let detector = try DetectorCatalogue.train(
///   "shortcut", on: lens.examples(training), validation: lens.examples(validation), seed: 1)
/// let scorer = lens.scorer(detector.makeScorer())
/// ```
public struct ViewLens: Sendable {
  /// How many messages ``View/lastK`` keeps.
  public static let lastMessages = 20
  /// How many messages a report holds: the one reported and the four before it.
  public static let reportMessages = 5

  /// The view.
  public let view: View
  let mask: TextMask?

  /// A lens; `salt` is the key of ``View/hashed``.
  public init(_ view: View, salt: UInt64) {
    self.view = view
    mask = TextMask(view, salt: salt)
  }

  /// How many of the latest messages a score may rest on; nil for all.
  var window: Int? {
    switch view {
    case .lastK: Self.lastMessages
    case .reported: Self.reportMessages
    case .full, .profile, .redacted, .hashed, .metadata: nil
    }
  }

  /// The 1-based message of a conversation at which its report comes: drawn evenly from the hash of
  /// its id, so it knows nothing of the truth. 0 for a conversation without messages.
  ///
  /// Who reports what is no part of a corpus; a child that reports would choose a telling moment, so
  /// ``View/reported`` shows a lower bound.
  public func reportedMessage(of conversation: Conversation) -> Int {
    let count = conversation.messages.count
    guard count > 0 else { return 0 }
    let digest = SHA256.digest(of: Array("report \(conversation.id)".utf8))
    let draw = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return 1 + Int(draw.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// The messages of a conversation that its last score may rest on, by position in the chunk.
  public func readable(_ conversation: Conversation) -> Range<Int> {
    let range = conversation.messages
    let end =
      view == .reported ? range.lowerBound + reportedMessage(of: conversation) : range.upperBound
    return max(range.lowerBound, end - (window ?? range.count))..<end
  }

  /// The examples as training may read them. O(text).
  public func examples(_ examples: Examples) -> Examples {
    guard view != .full else { return examples }
    var viewed = examples
    viewed.chunks = examples.chunks.map(chunk)
    return viewed
  }

  /// Every conversation of a chunk with only what the view shows at its end, in the same order.
  /// O(text).
  public func chunk(_ chunk: Chunk) -> Chunk {
    guard view != .full else { return chunk }
    var viewed = Chunk()
    var reader = MessageReader(lens: self)
    for var conversation in chunk.conversations {
      reader.begin(claims: Self.claims(conversation))
      for index in readable(conversation) {
        let columns = chunk.messages
        columns.withText(index) {
          reader.append($0, author: Int(columns.author[index]), to: &viewed.messages.text)
        }
        viewed.messages.endMessage(copying: columns, index)
      }
      conversation.messageExtras = [:]
      viewed.close(conversation)
    }
    return viewed
  }

  /// The age band that each author claims, in the order of the authors.
  public static func claims(_ conversation: Conversation) -> [String?] {
    conversation.authors.map { author in
      conversation.participants.first { $0.id == author }?.claimedAgeBand
    }
  }

  /// One conversation with only what the view shows at its end, alone in a chunk. O(its text).
  public func viewed(_ chunk: Chunk, conversation index: Int) -> Chunk {
    let conversation = chunk.conversations[index]
    var alone = Chunk()
    for message in conversation.messages {
      chunk.messages.withText(message) { text in
        for byte in text.indices { alone.messages.text.append(text[byte]) }
      }
      alone.messages.endMessage(copying: chunk.messages, message)
    }
    alone.close(conversation)
    return self.chunk(alone)
  }

  /// A scorer that lets `inner` read what the view shows. For ``View/reported`` every message is
  /// taken as the one that is reported.
  public func scorer(_ inner: any Scorer) -> any Scorer {
    view == .full ? inner : ViewedScorer(inner, self)
  }

  /// The detector's evidence from what the view shows, with the conversation's own message numbers.
  public func explain(
    _ detector: any Detector, _ chunk: Chunk, conversation index: Int, limit: Int
  ) -> [Evidence] {
    guard view != .full else {
      return detector.explain(chunk, conversation: index, limit: limit)
    }
    let conversation = chunk.conversations[index]
    let skipped = readable(conversation).lowerBound - conversation.messages.lowerBound
    let seen = viewed(chunk, conversation: index)
    return detector.explain(seen, conversation: 0, limit: limit).map {
      Evidence(
        message: $0.message + skipped, contribution: $0.contribution, terms: $0.terms)
    }
  }
}

extension MessageColumns {
  /// Ends a message whose text was appended already, with all else as message `index` of `other`.
  mutating func endMessage(copying other: MessageColumns, _ index: Int) {
    endMessage(
      author: Int(other.author[index]), time: other.time[index], style: other.timeStyle[index],
      session: Int(other.session[index]), stage: nil, signs: other.signs[index],
      cues: other.cues[index])
    stage[stage.count - 1] = other.stage[index]
  }
}
