/// The slots that a conversation fills: eight of its topic, eight common ones, and the quote.
enum Slot {
  static let names = TopicFile.topicLists + TopicFile.commonLists + ["quote"]
  static let topical = TopicFile.topicLists.count
  static let name = topical
  static let friend = topical + 1
  static let quote = names.count - 1
  /// Slots that lists fill.
  static let listed = names.count - 1
}
