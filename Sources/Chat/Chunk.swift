/// Some conversations of a corpus with their messages: the unit that streams through Nightlight.
public struct Chunk: Sendable {
  /// The most text a chunk may hold, in bytes; one longer conversation stands alone in its chunk.
  public static let maximumTextBytes = 64 << 20

  public var conversations: [Conversation] = []
  public var messages = MessageColumns()

  public init() {}

  /// Ends the conversation whose messages were appended since the last one ended.
  public mutating func close(_ conversation: consuming Conversation) {
    conversation.messages = (conversations.last?.messages.upperBound ?? 0)..<messages.count
    conversations.append(conversation)
  }

  /// Forgets all conversations and keeps the capacity.
  public mutating func removeAll() {
    conversations.removeAll(keepingCapacity: true)
    messages.removeAll()
  }
}
