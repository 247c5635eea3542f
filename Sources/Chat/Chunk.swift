/// Some conversations of a corpus with their messages: the unit that streams through Nightlight.
///
/// ```swift
/// var chunk = Chunk()
/// chunk.messages.append(author: 0, time: 0, style: .absent, text: "hello".utf8)
/// chunk.close(Conversation(id: "c1"))
/// chunk.conversations[0].messages  // 0..<1
/// ```
public struct Chunk: Sendable {
  /// The most text a chunk may hold, in bytes; one longer conversation stands alone in its chunk.
  public static let maximumTextBytes = 64 << 20

  /// The conversations in the order of their corpus.
  public var conversations: [Conversation] = []
  /// The messages of all ``conversations``, one after the other.
  public var messages = MessageColumns()

  /// A chunk without conversations.
  public init() {}

  /// Ends the conversation whose messages were appended since the last one ended. O(1).
  public mutating func close(_ conversation: consuming Conversation) {
    conversation.messages = openMessages
    conversations.append(conversation)
  }

  /// The messages that belong to no conversation yet.
  public var openMessages: Range<Int> {
    (conversations.last?.messages.upperBound ?? 0)..<messages.count
  }

  /// Forgets the messages that belong to no conversation yet, such as those of a bad line.
  public mutating func discardOpenMessages() { messages.truncate(to: openMessages.lowerBound) }

  /// Forgets all conversations and keeps the capacity.
  public mutating func removeAll() {
    conversations.removeAll(keepingCapacity: true)
    messages.removeAll()
  }
}
