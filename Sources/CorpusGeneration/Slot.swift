/// The slots that a conversation fills: eight of its topic, eight common ones, and the quote.
///
/// Their numbers are written out for the reason of those of ``Act``.
enum Slot {
  static let names = TopicFile.topicLists + TopicFile.commonLists + ["quote"]
  static let topical = 8
  static let name = topical
  static let friend = topical + 1
  static let quote = 16
  /// Slots that lists fill.
  static let listed = quote
}
