public import Chat

/// Which conversations of a corpus are kept, as published work on PAN-2012 chose them.
///
/// ```swift
/// ConversationFilter.villatoroTello.keeps(conversation, in: chunk.messages)
/// ```
public struct ConversationFilter: Sendable, Equatable {
  /// How many authors a conversation may have.
  public var authors: ClosedRange<Int>
  /// How many messages each of them writes at least.
  public var messagesPerAuthor: Int

  /// A filter.
  public init(authors: ClosedRange<Int>, messagesPerAuthor: Int) {
    (self.authors, self.messagesPerAuthor) = (authors, messagesPerAuthor)
  }

  /// Two authors or more, at least six messages of each.
  ///
  /// Source: Villatoro-Tello et al. 2012, "A two-step approach for effective detection of misbehaving
  /// users in chats", CLEF working notes: left out are conversations of one participant, those with
  /// fewer than six interventions per user, and those with long sequences of unrecognised characters.
  /// The last criterion has no published length and is not applied here.
  public static let villatoroTello = ConversationFilter(
    authors: 2...Int.max, messagesPerAuthor: 6)

  /// Exactly two authors, at least seven messages of each.
  public static let pairs = ConversationFilter(authors: 2...2, messagesPerAuthor: 7)

  /// The filters by the name that a command line takes.
  public static let named: [(name: String, filter: ConversationFilter)] = [
    ("villatoro-tello", .villatoroTello), ("pairs", .pairs),
  ]

  /// Whether a conversation is kept; one without messages never is. O(messages).
  public func keeps(_ conversation: Conversation, in messages: MessageColumns) -> Bool {
    guard authors.contains(conversation.authors.count) else { return false }
    var counts = Array(repeating: 0, count: conversation.authors.count)
    for message in conversation.messages { counts[Int(messages.author[message])] += 1 }
    return counts.allSatisfy { $0 >= messagesPerAuthor }
  }
}
